package dev.socketscope.engine.keys;

import java.security.cert.CertificateException;

/** A certificate is not taken. The message says which one and why, and {@link #advice} what to do. */
public final class UntrustedException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String advice;

    UntrustedException(String what, String advice, CertificateException cause) {
        super(what, cause);
        this.advice = advice;
    }

    /** One sentence. */
    public String advice() {
        return advice;
    }
}
