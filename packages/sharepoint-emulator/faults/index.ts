export { Faults, type Fault } from './faults.ts';
export { faultResponse } from './response.ts';
