package dev.socketscope.engine.doctor;

/**
 * One thing in a configuration that WebSockets suffer from.
 *
 * @param line where it stands, from 1; where something is missing, the beginning of what it is missing from
 * @param where the part of the configuration, for example {@code location /ws}
 * @param what what is there, or is not
 * @param why what comes of it
 * @param fix what to write instead
 */
public record Finding(Severity severity, int line, String where, String what, String why, String fix) {
    /** How bad it is. */
    public enum Severity {
        /** WebSockets are refused, or cut while both peers are fine. */
        PROBLEM,
        /** They work, but something beside them does not, or not always. */
        HINT
    }
}
