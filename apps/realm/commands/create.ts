// SPDX-License-Identifier: EUPL-1.2
import { AdminApi } from '../admin-api.ts';
import { realmFileText } from '../file/text.ts';
import { filled } from '../file/variables.ts';
import { readOperator } from '../operator.ts';
import { print } from '../print.ts';

/** `npm run realm -- create`: for a Keycloak that others run and where nobody can import a file. A realm that exists is left alone. */
export async function run(): Promise<number> {
  const operator = await readOperator(process.env);
  const api = new AdminApi(operator);
  if (await api.find(`/${operator.target}`)) {
    print(`The realm ${operator.target} is there already. "npm run realm -- check" says whether it is as it should be.`);
    return 0;
  }
  const realm = JSON.parse(filled(realmFileText(), process.env)) as Record<string, unknown>;
  await api.change('POST', '', { ...realm, realm: operator.target });
  print(`The realm ${operator.target} is there. Its sign-in page needs the theme of infra/keycloak/themes in the server's folder themes/.`);
  return 0;
}
