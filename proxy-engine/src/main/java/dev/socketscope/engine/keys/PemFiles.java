package dev.socketscope.engine.keys;

import dev.socketscope.engine.api.KeyFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Reads PEM files that people bring. What cannot be used throws {@link IllegalArgumentException}, which names the configuration's key, the
 * file and what was expected, and never what is in it.
 */
public final class PemFiles {
    private static final long MAX_BYTES = 1 << 20;
    private static final String CERTIFICATES = "certificates in PEM";
    private static final String KEY = "a private key in PEM without a passphrase";

    private PemFiles() {}

    /**
     * A certificate and its key.
     *
     * @param where the configuration's key above {@code cert} and {@code key}, for messages
     */
    public static KeyMaterial keyMaterial(String where, KeyFiles files) {
        List<X509Certificate> chain = certificates(where + ".cert", files.certificate());
        PrivateKey key = key(where + ".key", files.key());
        if (!belong(key, chain.getFirst().getPublicKey())) {
            throw unfit(where + ".key", files.key(), "the key that belongs to " + files.certificate(),
                    "it belongs to another certificate");
        }
        return new KeyMaterial(key, chain);
    }

    /**
     * All certificates of a file, at least one.
     *
     * @param where the configuration's key, for messages
     */
    public static List<X509Certificate> certificates(String where, Path file) {
        checkReadable(where, file, CERTIFICATES);
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) each);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unfit(where, file, CERTIFICATES, "it cannot be understood");
        }
        if (certificates.isEmpty()) {
            throw unfit(where, file, CERTIFICATES, "it has none");
        }
        return certificates;
    }

    private static PrivateKey key(String where, Path file) {
        checkReadable(where, file, KEY);
        try (BufferedReader reader = Files.newBufferedReader(file); PEMParser parser = new PEMParser(reader)) {
            for (Object each = parser.readObject(); each != null; each = parser.readObject()) {
                Optional<PrivateKeyInfo> found = info(where, file, each);
                if (found.isPresent()) {
                    return new JcaPEMKeyConverter().getPrivateKey(found.get());
                }
            }
        } catch (IOException _) {
            throw unfit(where, file, KEY, "it cannot be understood");
        }
        throw unfit(where, file, KEY, "it has none");
    }

    private static Optional<PrivateKeyInfo> info(String where, Path file, Object part) {
        return switch (part) {
            case PrivateKeyInfo info -> Optional.of(info);
            case PEMKeyPair pair -> Optional.of(pair.getPrivateKeyInfo());
            case PEMEncryptedKeyPair _,PKCS8EncryptedPrivateKeyInfo _ -> throw unfit(where, file, KEY,
                    "it has one with a passphrase");
            default -> Optional.empty();
        };
    }

    private static void checkReadable(String where, Path file, String expected) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unfit(where, file, expected, "it is larger than 1 MiB");
            }
            if (!Files.isReadable(file)) {
                throw unfit(where, file, expected, "it may not be read");
            }
        } catch (NoSuchFileException _) {
            throw unfit(where, file, expected, "there is no such file");
        } catch (IOException _) {
            throw unfit(where, file, expected, "it cannot be read");
        }
    }

    /** Whether what one has signed is what the other confirms. */
    static boolean belong(PrivateKey key, PublicKey certified) {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            });
            byte[] sample = {1, 2, 3};
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static IllegalArgumentException unfit(String where, Path file, String expected, String found) {
        return new IllegalArgumentException(where + ": got \"" + file + "\", expected " + expected + ": " + found);
    }
}
