<#-- SPDX-License-Identifier: EUPL-1.2 -->
<#-- Languages as links: Keycloak's own list leaves the page as soon as an arrow key is pressed (WCAG 3.2.2). -->
<#macro content>
<div class="foot">
  <#if client?? && client.baseUrl?has_content><a href="${client.baseUrl}">${msg("backToHub")}</a></#if>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
    <#list locale.supported as language>
      <#if language.languageTag != locale.currentLanguageTag><a href="${language.url}" lang="${language.languageTag}" hreflang="${language.languageTag}">${language.label}</a></#if>
    </#list>
  </#if>
</div>
</#macro>
