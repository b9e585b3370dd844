// SPDX-License-Identifier: EUPL-1.2
import { fold } from './fold.js';

/**
 * German words that say nothing about what a text is about: not indexed, and ignored in a search that has other words. This is the one place to
 * change them; api and worker read them at their start, and `npm run search:rebuild` applies the change to what is already indexed.
 *
 * Short on purpose: no word that names a thing or a step people look for (Nacht, Weg, neu, ohne, nicht). Spelled as in a text.
 */
const german = `
  aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
  bei beim bin bis bist
  da dabei dafür daher damit dann daran darauf daraus darin darum das dass davon dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren
  des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch
  ein eine einem einen einer eines er es etwa etwas euch euer eure
  für
  gegen gewesen
  hab habe haben hat hatte hatten hätte hätten hier hin hinter
  ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist
  ja jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt
  kann kein keine keinem keinen keiner können könnte könnten
  man manche manchem manchen mancher mehr mein meine meinem meinen meiner mich mir mit muss müssen
  nach noch nun nur
  ob oder
  schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so sobald sodass solche solchem solchen solcher soll sollen sollte sollten sondern sonst sowie
  über um und uns unser unsere unserem unseren unserer unter
  viel viele vielen vom von vor
  während war waren warum was weil weiter welche welchem welchen welcher wenn wer werde werden wie wieder will wir wird wo wohl wollen worden wurde wurden würde würden
  zu zum zur zwar zwischen
`;

const folded = new Set(german.trim().split(/\s+/u).map(fold));

/** @param word folded */
export function isGermanStopWord(word: string): boolean {
  return folded.has(word);
}
