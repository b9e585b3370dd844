<#-- SPDX-License-Identifier: EUPL-1.2 -->
<#-- Instead of Keycloak's own page, whose labels belong to no field. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as passwordCommons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp', 'userLabel'); section>
  <#if section = "header">
    ${msg("loginTotpTitle")}
  <#elseif section = "form">
    <#assign manual = mode?? && mode = "manual">
    <p>${msg("loginTotpIntro")}</p>
    <ol class="steps">
      <li>
        ${msg("loginTotpStep1")}
        <#list totp.supportedApplications as app>${msg(app)}<#sep>, </#list>
      </li>
      <#if manual>
        <li>
          ${msg("loginTotpManualStep2")}
          <p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p>
          <a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a>
        </li>
      <#else>
        <li>
          ${msg("loginTotpStep2")}
          <p><img id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("loginTotpImage")}"></p>
          <a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a>
        </li>
      </#if>
      <li>${msg("loginTotpStep3")}</li>
    </ol>
    <form action="${url.loginAction}" class="${properties.kcFormClass!}" id="kc-totp-settings-form" method="post" novalidate="novalidate">
      <@field.input name="totp" label=msg("authenticatorCode") autocomplete="one-time-code" />
      <#if totp.otpCredentials?size gte 1><@field.input name="userLabel" label=msg("loginTotpDeviceName") /></#if>
      <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
      <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
      <@passwordCommons.logoutOtherSessions />
      <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit" id="saveTOTPBtn">${msg("doSubmit")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
