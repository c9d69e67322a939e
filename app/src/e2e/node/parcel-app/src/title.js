export const title = 'First version';
