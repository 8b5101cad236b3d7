export { createContext, type ColorMode, type ViewContext, type ViewOptions } from './context.ts';
export { View } from './view.ts';
