// SPDX-License-Identifier: EUPL-1.2

const face = (file: string, weight: number): string =>
  `@font-face{font-family:"Fira Sans";font-weight:${weight};font-display:swap;src:url(/assets/fira-sans-${file}.woff2) format("woff2")}`;

/** The look of the hub's pages (colours are KERN's), small enough to be served as it is. */
export const stylesheet = `${face('regular', 400)}
${face('medium', 500)}
${face('semibold', 600)}
:root {
  color-scheme: light dark;
  --page: light-dark(#fff, #131525);
  --surface: light-dark(#f3f4f7, #1d2034);
  --text: light-dark(#131525, #f3f4f7);
  --muted: light-dark(#51577a, #b2b6cc);
  --accent: light-dark(#2044aa, #97afe1);
  --on-accent: light-dark(#fff, #000);
  --hairline: light-dark(#d5d7e0, #3a3f5c);
  --focus: light-dark(#454b6b, #b2b6cc);
  --danger: light-dark(#b3261e, #ff8a80);
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 400 1rem/1.5 "Fira Sans", sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1, h2, h3 { font-weight: 600; text-wrap: balance; overflow-wrap: anywhere; hyphens: auto; }
h1 { font-size: 2rem; line-height: 2.5rem; letter-spacing: -0.008em; }
h2 { font-size: 1.3125rem; line-height: 1.75rem; }
h3 { padding-bottom: 8px; border-bottom: 2px solid var(--text); font-size: 1rem; line-height: 1.5rem; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 4px solid var(--focus); outline-offset: 2px; border-radius: 4px; }

header, main { max-width: 1280px; padding-inline: 40px; }
header { display: flex; align-items: center; justify-content: space-between; gap: 16px; min-height: 64px; max-width: none; border-bottom: 1px solid var(--hairline); }
.mark { display: flex; align-items: center; gap: 12px; color: var(--text); font-size: 1.125rem; text-decoration: none; }
.mark b { font-weight: 600; }
.mark span { padding-left: 12px; border-left: 1px solid var(--muted); color: var(--muted); }
.language { color: var(--text); text-decoration: none; }
.language:hover, .mark:hover b { text-decoration: underline; }
main { padding-block: 64px 80px; }
.intro { display: grid; gap: 12px; max-width: 42rem; }
.muted { color: var(--muted); font-size: 0.875rem; line-height: 1.25rem; }
.notice { padding: 12px 16px; border-left: 4px solid var(--danger); background: var(--surface); }
form > section { margin-top: 48px; }
h2 + .muted { margin-top: 4px; }

.recommended { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); column-gap: 40px; margin-top: 12px; }
.companies { columns: 3 20rem; column-gap: 40px; margin-top: 24px; }
.group { break-inside: avoid; padding-bottom: 32px; }
li { border-bottom: 1px solid var(--hairline); }
li button { display: grid; gap: 2px; width: 100%; padding: 12px 0; border: 0; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.recommended button { align-content: start; height: 100%; padding-block: 16px; }
.name { color: var(--accent); font-weight: 500; }
.recommended .name { font-size: 1.125rem; font-weight: 600; }
li button:hover .name { text-decoration: underline 2px; text-underline-offset: 3px; }
.line { color: var(--muted); font-size: 0.875rem; line-height: 1.25rem; }
.primary { display: inline-block; margin-top: 24px; padding: 12px 24px; border: 0; border-radius: 4px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
h1 + p { margin-top: 8px; }
.intro h1 + p { margin-top: 0; }

@media (max-width: 639px) {
  header, main { padding-inline: 16px; }
  .mark span { display: none; }
  main { padding-block: 32px 48px; }
  h1 { font-size: 1.625rem; line-height: 2rem; }
  form > section { margin-top: 32px; }
}
@media print { header { display: none; } }
`;
