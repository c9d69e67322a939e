package dev.socketscope.engine.relay;

import dev.socketscope.engine.keys.UntrustedException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a TLS handshake failed, and what to do about it. */
final class TlsTexts {
    private static final String AUTHORITY = "with tls: self-signed it has to trust the local authority (socketscope certificate)";

    /** @param what completes a sentence that begins with the peer */
    record Explained(String what, String advice) {}

    private TlsTexts() {}

    /** What went wrong with a client, in a sentence without its end. */
    static String ofClient(Throwable cause) {
        String text = UpstreamTrouble.innermost(cause).toLowerCase(Locale.ROOT);
        if (find(cause, SslHandshakeTimeoutException.class) != null) {
            return "it did not finish the handshake in time";
        }
        if (find(cause, ClosedChannelException.class) != null) {
            return "it left during the handshake; browsers do so when they do not trust a certificate, and "
                    + AUTHORITY;
        }
        if (has(text, "certificate_unknown", "bad_certificate", "unknown_ca")) {
            return "it does not take the certificate; " + AUTHORITY;
        }
        if (has(text, "certificate_expired")) {
            return "it says that the certificate has expired; renew the files of tls, or check its clock";
        }
        if (has(text, "protocol_version", "client requested protocol", "no appropriate protocol")) {
            return "it offers no version of TLS that is spoken here: TLS 1.2 and 1.3";
        }
        if (has(text, "no cipher suites in common", "handshake_failure")) {
            return "it offers no cipher that is spoken here, or none that fits the certificate's key";
        }
        return UpstreamTrouble.innermost(cause);
    }

    /** What went wrong with an upstream. */
    static Explained ofUpstream(Throwable cause) {
        UntrustedException untrusted = find(cause, UntrustedException.class);
        if (untrusted != null) {
            return new Explained(String.valueOf(untrusted.getMessage()),
                    untrusted.advice() + " A route with verifyTls: false takes any certificate.");
        }
        if (find(cause, NotSslRecordException.class) != null) {
            return new Explained("it does not answer in TLS",
                    "If it speaks plain HTTP, begin the upstream with http://.");
        }
        String text = UpstreamTrouble.innermost(cause).toLowerCase(Locale.ROOT);
        if (has(text, "certificate_required", "bad_certificate", "certificate_unknown", "unknown_ca")) {
            return new Explained("it does not take the engine's certificate, or asks for one (" + text + ")",
                    "Give one that it knows as tls: {cert: FILE, key: FILE} of the route.");
        }
        if (has(text, "unrecognized_name")) {
            return new Explained("it does not know the name that it was asked for (" + text + ")",
                    "Give the name that it has as tls: {serverName: NAME} of the route.");
        }
        if (has(text, "protocol_version", "handshake_failure", "insufficient_security")) {
            return new Explained("it agrees to no version or cipher that is spoken here (" + text + ")",
                    "It has to speak TLS 1.2 or 1.3.");
        }
        return new Explained(UpstreamTrouble.innermost(cause), "Check the server's TLS settings and its log.");
    }

    private static boolean has(String text, String... parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** The first of that type among a throwable and its causes. */
    static <T extends Throwable> @Nullable T find(Throwable in, Class<T> type) {
        for (Throwable each = in; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
