/**
 * What the parts of an open canvas share, handed down beside tldraw's editor: the sheet's own
 * commands, and who is writing.
 */
import { createContext, useContext } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { Command, Outcome } from '../../shared/document/commands/command.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { SheetUndo } from '../sheet/undo.ts';
import type { CanvasBinding } from './binding/bindCanvas.ts';
import type { ShapeGlide } from './presence/shapeGlide.ts';

export interface CanvasDesk {
  readonly sheetId: SheetId;
  readonly awareness: Awareness;
  readonly undo: SheetUndo;
  readonly binding: CanvasBinding;
  /** Runs a command as this person's own, as one undo step. */
  run<T>(command: Command<T>): Outcome<T>;
  /** The name that new notes are signed with. */
  author(): string;
  /** The colour of the next new note. */
  color(): string;
  setColor(color: string): void;
  /** A word for a new group of notes. */
  newGroup(): string;
  /** Draws what others drag about. */
  readonly glide: ShapeGlide;
  /** Hears which note's shape a copy has become, so that what was selected stays selected. */
  onAdopted(listener: (oldId: string, newId: string) => void): void;
  /** The key that this page speaks with; undefined while there is none. */
  accessKey(): string | undefined;
}

const DeskContext = createContext<CanvasDesk | undefined>(undefined);

export const CanvasDeskProvider = DeskContext.Provider;

export function useDesk(): CanvasDesk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('There is no open canvas around this component.');
  return desk;
}
