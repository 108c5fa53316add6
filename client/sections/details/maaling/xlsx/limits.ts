/** How much of a file is read. Whatever is more is refused with a reason, never read in part. */

const MB = 1_000_000;

/** Files larger than this are not opened at all. */
export const MAX_FILE_BYTES = 10 * MB;
/** What a workbook may hold when it is unpacked, counted as it is: what it says itself may be a lie. */
export const MAX_INFLATED_BYTES = 50 * MB;
/** A workbook that takes longer is given up. */
export const MAX_READING_MS = 20_000;
