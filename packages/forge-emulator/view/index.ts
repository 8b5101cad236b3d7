export { createContext, isShownTo, type ViewOptions } from './context.ts';
export { View, type ViewChannel } from './view.ts';
