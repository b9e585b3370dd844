// SPDX-License-Identifier: EUPL-1.2
import { AdminApi } from '../admin-api.ts';
import { checkRealm } from '../check-realm.ts';
import { realmFile } from '../file/realm.ts';
import { readOperator } from '../operator.ts';
import { print } from '../print.ts';

/** `npm run realm -- check`. @returns 1 when something is not as the file says */
export async function run(): Promise<number> {
  const operator = await readOperator(process.env);
  const faults = await checkRealm(new AdminApi(operator), operator.target, realmFile());
  print(faults.length === 0 ? `The realm ${operator.target} is as its file says.` : faults.map((fault) => `  - ${fault}`).join('\n'));
  return faults.length === 0 ? 0 : 1;
}
