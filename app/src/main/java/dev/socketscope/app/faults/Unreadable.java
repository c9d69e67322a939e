package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Strings;

/** Something typed that is not a value at all; the message reads as the engine's own about values that do not fit. */
final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unreadable(String key, String found, String expected) {
        super(Strings.of("faults.unreadable", key, found, expected));
    }
}
