/** The rows of a sheet as they stand, each as long as it is. */
export type Table = readonly (readonly unknown[])[];

export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
