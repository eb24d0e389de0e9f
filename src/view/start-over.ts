/** Opens the map anew, without what the link said: the way out where a link itself breaks the page. */
export function startOver(): void {
  window.location.assign('/');
}
