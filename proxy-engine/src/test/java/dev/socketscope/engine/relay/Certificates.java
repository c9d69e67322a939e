package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.keys.KeyMaterial;
import dev.socketscope.engine.keys.LocalAuthority;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** An authority for tests, and what it has signed. */
final class Certificates {
    private final Path folder;
    private final LocalAuthority authority;

    Certificates(Path folder) {
        this.folder = folder;
        try {
            this.authority = LocalAuthority.open(folder, Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authority's own certificate. */
    Path file() {
        return authority.file();
    }

    /** The JDK's TLS with a certificate for these names, and with trust in the authority. */
    SSLContext context(Instant issued, String... names) {
        return context(authority.issue(List.of(names), issued));
    }

    SSLContext context(String... names) {
        return context(Instant.now(), names);
    }

    /** As {@link #context}, but whoever comes may show any certificate. */
    SSLContext takingAny(String name) {
        return context(authority.issue(List.of(name), Instant.now()), InsecureTrustManagerFactory.INSTANCE);
    }

    /** A certificate for that name and its key, in files. */
    KeyFiles files(String name) {
        KeyMaterial keys = authority.issue(List.of(name), Instant.now());
        try {
            StringWriter chain = new StringWriter();
            for (X509Certificate each : keys.chain()) {
                chain.write(pem("CERTIFICATE", each.getEncoded()));
            }
            return new KeyFiles(Files.writeString(folder.resolve(name + ".pem"), chain.toString()), Files.writeString(
                    folder.resolve(name + "-key.pem"), pem("PRIVATE KEY", keys.key().getEncoded())));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }

    private static SSLContext context(KeyMaterial keys) {
        try {
            return context(keys, TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext context(KeyMaterial keys, TrustManagerFactory trusted) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", keys.key(), new char[0], keys.chain().toArray(X509Certificate[]::new));
            store.setCertificateEntry("authority", keys.chain().getLast());
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, new char[0]);
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A client of {@code localhost} that trusts the authority and checks the name; shaken hands with at its first use. */
    Raw connect(int port) {
        try {
            SSLSocket socket = (SSLSocket) context("client.example").getSocketFactory().createSocket("localhost", port);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return new Raw(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
