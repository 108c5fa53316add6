/** Fills a programme with many rows of everything, for pictures of how much it can hold. */
import { addEntity } from '../../../shared/program/commands/program.ts';
import { addUsikkerhet } from '../../../shared/program/commands/usikkerhet.ts';
import { QUARTERS } from '../../../shared/program/schema/vocabulary.ts';
import { join } from '../../world/participants.ts';
import type { TestProgram, TestServer } from '../../world/server.ts';
import { done, seeded } from '../../world/sheets.ts';
import { until } from '../../world/until.ts';
import { LONG_WORD } from './fill.ts';

const ROWS = 30;

/** Thirty of each, every tenth with a word that is wider than its column. */
export async function fillProgram(server: TestServer, program: TestProgram): Promise<void> {
  const writer = join(server, program, { control: true });
  await writer.synced();
  const random = seeded(815);
  const score = () => (10 + random.int(41)) / 10;
  const words = (number: number) =>
    number % 10 === 9
      ? LONG_WORD
      : `Ledere i ${number} enheter får ikke frigjort tid til å delta, og gevinsten kommer senere`;
  for (let number = 0; number < ROWS; number += 1) {
    const ansvarlig = number % 10 === 9 ? LONG_WORD : 'Kommunalsjef for oppvekst og utdanning';
    const slag = number % 3 === 0 ? 'mulighet' : 'risiko';
    const place = number % 7 === 6 ? {} : { sannsynlighet: score(), konsekvens: score() };
    const tiltak = 'Avtale tid i årshjulet og ta det opp i ledermøtet hver måned';
    const { doc } = writer;
    done(doc, addUsikkerhet({ slag, description: words(number), tiltak, ansvarlig, ...place }));
    const date = `2026-${String(1 + (number % 12)).padStart(2, '0')}-15`;
    const isReached = number % 2 === 0;
    const criterion = words(number);
    done(doc, addEntity('milepaeler', { title: criterion, criterion, ansvarlig, date, isReached }));
    const quarter = random.pick(QUARTERS);
    done(doc, addEntity('aktiviteter', { quarter, title: words(number), ansvarlig }));
    done(doc, addEntity('enheter', { name: words(number), number: `10${number}`, ansvarlig }));
  }
  await until(() => writer.saved() >= 4 * ROWS, 'the programme is saved');
  writer.leave();
}
