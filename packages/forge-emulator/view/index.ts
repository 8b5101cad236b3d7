export { createContext, type ViewOptions } from './context.ts';
export { View, type ViewChannel } from './view.ts';
