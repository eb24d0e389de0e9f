/** Whether a finger is what this device is used with. */
export const isPhone = (): boolean => !matchMedia('(pointer: fine)').matches;
