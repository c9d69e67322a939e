package dev.socketscope.engine.cli;

/** What every command's exit code means. */
public final class ExitCode {
    public static final int FINE = 0;
    /** Something failed that was asked for correctly. */
    public static final int FAILED = 1;
    /** Unknown flags, or a configuration that cannot be used. */
    public static final int BAD_USAGE = 2;
    /** The listen address is taken or not one of this machine's. */
    public static final int CANNOT_LISTEN = 3;

    private ExitCode() {}
}
