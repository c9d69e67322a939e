package dev.socketscope.engine.keys;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** Certificates in words: whom they are for, who vouches for them, and for how long. */
final class CertificateText {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final int MOST_NAMES = 8;
    private static final int LONGEST = 200;

    private CertificateText() {}

    /** For example {@code the certificate for dev.example, issued by CN=Example CA, valid until 2027-01-31}. */
    static String of(X509Certificate certificate) {
        return "the certificate for " + names(certificate) + ", issued by " + issuer(certificate) + ", valid until "
                + day(certificate.getNotAfter());
    }

    static String issuer(X509Certificate certificate) {
        boolean self = certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        return self ? "itself" : shortened(certificate.getIssuerX500Principal().getName());
    }

    static String subject(X509Certificate certificate) {
        return shortened(certificate.getSubjectX500Principal().getName());
    }

    /** What it is for, or its subject when it names neither hosts nor addresses (RFC 6125 §6.4.4: nobody looks there any more). */
    static String names(X509Certificate certificate) {
        List<String> names = alternatives(certificate);
        if (names.isEmpty()) {
            return "no host (its subject is " + subject(certificate) + ")";
        }
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return shortened(shown) + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static List<String> alternatives(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> each : all == null ? List.<List<?>>of() : all) {
                if (each.getFirst() instanceof Integer kind && (kind == DNS || kind == ADDRESS)) {
                    names.add(String.valueOf(each.get(1)));
                }
            }
        } catch (CertificateParsingException _) {
            names.clear();
        }
        return names;
    }

    static String day(Date date) {
        Instant instant = date.toInstant();
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A stranger's certificate decides what is in it, so control characters go, and so does what is too long. */
    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
