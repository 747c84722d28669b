package io.upswing.scheduling.api;

/** How a patient may be written to. */
enum Channel {
    EMAIL,
    SMS
}
