export { Faults, type Fault, type ServiceName } from './faults.ts';
export { strike } from './strike.ts';
