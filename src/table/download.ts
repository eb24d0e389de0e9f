/** Hands a file to the person under this name, as the browser saves files. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over once this task is done.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
