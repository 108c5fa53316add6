/**
 * Filling a new document, on the server and once: a client never seeds one, or two clients would
 * seed it twice.
 */
import type { Command } from '../../document/commands/command.ts';
import { HeaderCommands } from '../../document/commands/header.ts';
import { mergeStored } from '../../document/commands/write.ts';
import type { EnhetId, SheetId, TiltakId } from '../../ids/ids.ts';
import { CANVAS_SCHEMA } from '../schema/canvasSchema.ts';
import { HEADER, SHEET, type SheetShape } from '../schema/entities.ts';
import { headerOf } from '../schema/roots.ts';
import type { SheetKind } from '../schema/vocabulary.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { importSnapshot } from './import.ts';

export interface NewSheet {
  readonly kind: SheetKind;
  readonly title: string;
  /** `YYYY-MM-DD`: the day on the sheet's header. */
  readonly date: string | null;
  readonly edition?: string;
  readonly owner?: string;
  /** The enhet of its programme that it belongs to. */
  readonly enhetId?: EnhetId | null;
  /** The utredningstiltak on the virksomhets-A3 that this sheet digs into. */
  readonly parent?: { readonly sheetId: SheetId; readonly tiltakId: TiltakId | null };
}

const { createHeader } = new HeaderCommands<SheetShape>(SHEET);

/**
 * Fills an empty document with a header. Refused when it already has one (`taken`) or when a
 * value does not fit its field (`illTyped`).
 */
export function createSheet(sheet: NewSheet): Command {
  const create = createHeader({ edition: '1.0', ...sheet });
  return (doc) => {
    const plan = create(doc);
    if ('refused' in plan) return plan;
    return {
      apply: (writer) => {
        plan.apply(writer);
        headerOf(doc).set('canvasSchema', { ...CANVAS_SCHEMA });
      },
    };
  };
}

/** Fills an empty document with a whole sheet, such as a worked example. */
export function createFromSnapshot(snapshot: Snapshot): Command {
  return (doc) => {
    const { labels: _labels, parent, enhetId: _enhet, ...header } = snapshot.sheet;
    const create = createSheet(header)(doc);
    if ('refused' in create) return create;
    const fill = importSnapshot(snapshot)(doc);
    if ('refused' in fill) return fill;
    return {
      apply: (writer) => {
        create.apply(writer);
        mergeStored(headerOf(doc), 'parent', HEADER.parent.store(parent));
        fill.apply(writer);
      },
    };
  };
}
