package dev.socketscope.engine.client;

/** Which ends of a connection are answered by dialling again. */
final class RetryRule {
    private RetryRule() {}

    /**
     * Whether to dial again after a connection ended with this code (RFC 6455 §7.4.1 and the IANA registry). Not when the peer
     * says that it is done or that this client should not come back; not after a message that would end the next connection just
     * the same; otherwise yes.
     */
    static boolean retries(int code, boolean remote) {
        return switch (code) {
            // Done (1000), and: a message that is too big would come again.
            case 1000, 1009 -> false;
            // Protocol error, unacceptable type, invalid data, policy, missing extension; unauthorized, forbidden. Said by this
            // side, they mean that the path has damaged something, and a new connection is the cure.
            case 1002, 1003, 1007, 1008, 1010, 3000, 3003 -> !remote;
            // Going away, no code, no Close frame, internal error, restart, try later, bad gateway, and an application's own.
            default -> true;
        };
    }
}
