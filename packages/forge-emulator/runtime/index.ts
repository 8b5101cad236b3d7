export { InvocationFailure } from './failure.ts';
export { Functions } from './functions.ts';
export { install, type Environment, type Installation } from './installation.ts';
export {
  installGlobals,
  type Descriptor,
  type Invocation,
  type ServiceRequest,
} from './invocation.ts';
export { Runtime } from './runtime.ts';
