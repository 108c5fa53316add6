import { expect, test } from 'vitest';
import { mintId, type SheetId } from '../../../shared/ids/ids.ts';
import { seeded } from '../../../tests/world/sheets.ts';
import { until } from '../../../tests/world/until.ts';
import type { RelayMessage } from '../port.ts';
import { createInProcessRelay } from './inprocess.ts';

const random = seeded(1).bytes;
const [sheet, other] = [mintId<SheetId>(random), mintId<SheetId>(random)];
const message = (keyId: string): RelayMessage => ({ kind: 'revoked', keyIds: [keyId] });

test('RM-29 what one node says reaches the others on that sheet, in order, and not itself', async () => {
  const relay = createInProcessRelay();
  const heard = {
    north: [] as RelayMessage[],
    south: [] as RelayMessage[],
    away: [] as RelayMessage[],
  };
  const north = relay.subscribe(sheet, (each) => heard.north.push(each));
  const south = relay.subscribe(sheet, (each) => heard.south.push(each));
  relay.subscribe(other, (each) => heard.away.push(each));
  north.publish(message('1'));
  north.publish(message('2'));
  south.publish(message('3'));
  await until(() => heard.north.length === 1);
  expect(heard).toEqual({ north: [message('3')], south: [message('1'), message('2')], away: [] });
  south.leave();
  north.publish(message('4'));
  const again = relay.subscribe(sheet, (each) => heard.south.push(each));
  north.publish(message('5'));
  await until(() => heard.south.length === 3);
  expect(heard.south.at(-1)).toEqual(message('5'));
  again.leave();
  north.leave();
});
