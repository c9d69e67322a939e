package dev.socketscope.engine.keys;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's own checks of a server's certificate, its name included, with a refusal that says what is wrong with which certificate. */
public final class ExplainingTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trust;

    /** @param authorities who may vouch for servers; empty for those that the JDK trusts */
    public ExplainingTrust(Collection<X509Certificate> authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities.isEmpty() ? null : store(authorities));
            trust = extended(factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot check certificates", e);
        }
    }

    private static KeyStore store(Collection<X509Certificate> authorities) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate each : authorities) {
                store.setCertificateEntry(Integer.toString(store.size()), each);
            }
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("An empty key store cannot be made", e);
        }
    }

    private static X509ExtendedTrustManager extended(TrustManager[] all) {
        for (TrustManager each : all) {
            if (each instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new IllegalStateException("This JDK cannot check the names in certificates");
    }

    /** A check that may fail. */
    private interface Check {
        void run() throws CertificateException;
    }

    private static void explained(X509Certificate[] chain, @Nullable String host, Check check)
            throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            throw CertificateTrouble.explain(chain, host, e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        explained(chain, engine.getPeerHost(), () -> trust.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        explained(chain, null, () -> trust.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        explained(chain, null, () -> trust.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        trust.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        trust.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
