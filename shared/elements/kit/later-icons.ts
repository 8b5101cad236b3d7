/** Line icons that no wall needs at first. */
import { icon } from './icons.ts';

export const place = /* @__PURE__ */ icon(
  'M8 14s4.5-4.2 4.5-7.7a4.5 4.5 0 0 0-9 0C3.500 9.800 8 14 8 14Z M9.500 6.300a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0Z',
);
export const clock = /* @__PURE__ */ icon(
  'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z M8 4.500V8l2.500 1.500',
);
export const heart = /* @__PURE__ */ icon(
  'M8 13.500S2 10 2 5.900A3.100 3.100 0 0 1 8 4.800a3.100 3.100 0 0 1 6 1.100C14 10 8 13.500 8 13.500Z',
);
export const mail = /* @__PURE__ */ icon('M2 4h12v8.500H2Z M2 4.500l6 4.500 6-4.500');
export const eye = /* @__PURE__ */ icon(
  'M1.5 8s2.4-4.5 6.5-4.5S14.5 8 14.5 8 12.1 12.5 8 12.5 1.5 8 1.5 8Z M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
);
export const back = /* @__PURE__ */ icon('M9.500 3.500 5 8l4.500 4.500');
export const close = /* @__PURE__ */ icon('M4 4l8 8 M12 4l-8 8');
export const people = /* @__PURE__ */ icon(
  'M8.500 6A2.500 2.500 0 1 1 3.500 6a2.500 2.500 0 0 1 5 0Z M1.500 13.500a4.500 4.500 0 0 1 9 0 M11 3.700a2.500 2.500 0 0 1 0 4.600 M12.500 10a4.500 4.500 0 0 1 2 3.500',
);
