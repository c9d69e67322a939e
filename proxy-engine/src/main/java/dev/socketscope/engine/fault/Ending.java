package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;

/**
 * A connection is to end now.
 *
 * @param legs which side
 * @param mode what the peer sees
 * @param code for {@link Command.Mode#CLOSE}
 * @param fault id
 * @param reason for people
 */
public record Ending(Command.Legs legs, Command.Mode mode, int code, String reason, String fault) {
    /** A Close frame says what was asked for, and no more; an end without one is called by what ended it. */
    static String reason(Command.Mode mode, String asked, String name) {
        return asked.isEmpty() && mode != Command.Mode.CLOSE ? name : asked;
    }
}
