package dev.socketscope.engine.keys;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Finds the reason why a server's certificate is not taken. */
final class CertificateTrouble {
    private CertificateTrouble() {}

    /**
     * @param chain as the server sent it, its own first
     * @param host that was asked for, if that is known
     */
    static UntrustedException explain(X509Certificate[] chain, @Nullable String host, CertificateException cause) {
        if (chain.length == 0) {
            return new UntrustedException("it showed no certificate", "Check the server's own certificate.", cause);
        }
        X509Certificate outdated = outdated(chain, new Date());
        if (outdated != null) {
            return outdated(outdated, new Date(), cause);
        }
        if (caused(cause, CertPathBuilderException.class)) {
            return unknown(chain, cause);
        }
        return named(cause) ? otherName(chain[0], host, cause)
                : new UntrustedException(CertificateText.of(chain[0]) + ", cannot be verified: " + innermost(cause),
                        "Check the server's certificate.", cause);
    }

    private static @Nullable X509Certificate outdated(X509Certificate[] chain, Date now) {
        for (X509Certificate each : chain) {
            try {
                each.checkValidity(now);
            } catch (CertificateExpiredException | CertificateNotYetValidException _) {
                return each;
            }
        }
        return null;
    }

    private static UntrustedException outdated(X509Certificate which, Date now, CertificateException cause) {
        String about = "the certificate for " + CertificateText.names(which) + ", issued by "
                + CertificateText.issuer(which) + ", ";
        return now.after(which.getNotAfter())
                ? new UntrustedException(about + "expired on " + CertificateText.day(which.getNotAfter()),
                        "Renew it on the server; if it is newer than that, check this machine's clock.", cause)
                : new UntrustedException(about + "is valid only from " + CertificateText.day(which.getNotBefore()),
                        "Check the clocks of both machines.", cause);
    }

    private static UntrustedException unknown(X509Certificate[] chain, CertificateException cause) {
        X509Certificate last = chain[chain.length - 1];
        return new UntrustedException(
                CertificateText.of(chain[0]) + ", leads to no trusted authority: nobody here trusts "
                        + (CertificateText.issuer(last).equals("itself") ? CertificateText.subject(last)
                                : CertificateText.issuer(last)),
                "Give the authority's certificate as tls: {ca: FILE} of the route, or let the server send the certificates in between.",
                cause);
    }

    private static UntrustedException otherName(X509Certificate which, @Nullable String host,
            CertificateException cause) {
        return new UntrustedException(
                CertificateText.of(which) + ", is not for " + (host == null ? "the host that was asked for" : host),
                "Name one of its hosts in the route's upstream, or as tls: {serverName: NAME} of the route.", cause);
    }

    /** The JDK has no type of its own for it: a refusal without a reason below it is about the name. */
    private static boolean named(CertificateException cause) {
        return cause.getCause() == null;
    }

    private static boolean caused(Throwable by, Class<? extends Throwable> type) {
        for (Throwable each = by; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String innermost(Throwable t) {
        Throwable inner = t;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }
}
