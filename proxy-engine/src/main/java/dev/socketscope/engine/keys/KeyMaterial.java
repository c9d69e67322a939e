package dev.socketscope.engine.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What one side of TLS shows, and the key that proves that it is its own.
 *
 * @param chain its own certificate first; never empty
 */
public record KeyMaterial(PrivateKey key, List<X509Certificate> chain) {
    public KeyMaterial {
        chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** When its own certificate ends. */
    public Instant until() {
        return certificate().getNotAfter().toInstant();
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "KeyMaterial[" + CertificateText.of(certificate()) + "]";
    }
}
