package dev.socketscope.engine.config;

import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.UpstreamTls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code tls}, of the listener and of a route. What is in the files is found out when they are used. */
final class TlsReader {
    private static final String KEY = "tls";
    private static final String SELF_SIGNED = "self-signed";
    private static final String NAMES = "selfSigned";
    private static final String VERIFY = "verifyTls";

    private TlsReader() {}

    static ListenerTls listener(Section file) {
        if (file.says(KEY, SELF_SIGNED)) {
            return new ListenerTls.SelfSigned(UserFolder.authority(), List.of());
        }
        if (!file.has(KEY) || file.says(KEY, "off")) {
            return ListenerTls.OFF;
        }
        return file.section(KEY, "off, self-signed, or a mapping with cert and key, or with selfSigned")
                .map(TlsReader::listenerKeys)
                .orElse(ListenerTls.OFF);
    }

    private static ListenerTls listenerKeys(Section section) {
        Optional<ListenerTls> tls = section.has(NAMES)
                ? section
                        .list(NAMES, Syntax.subject(),
                                "a list of host names and addresses such as [dev.example, 10.0.0.7]")
                        .map(names -> new ListenerTls.SelfSigned(UserFolder.authority(), names))
                : keyFiles(section).map(ListenerTls.Files::new);
        section.finish();
        return tls.orElse(ListenerTls.OFF);
    }

    private static Optional<KeyFiles> keyFiles(Section section) {
        Optional<Path> certificate = section.requireFile("cert");
        return section.requireFile("key")
                .flatMap(key -> certificate.map(chain -> new KeyFiles(chain, key)));
    }

    /** @param route whose upstream may be absent */
    static UpstreamTls upstream(Section route, Optional<String> upstream) {
        boolean verify = route.read(VERIFY, true, Syntax.bool());
        UpstreamTls usual = verify ? UpstreamTls.VERIFIED : UpstreamTls.UNVERIFIED;
        Optional<Section> section = route.section(KEY);
        if (section.isPresent() && upstream.filter(uri -> !uri.startsWith("https:")).isPresent()) {
            route.invalid(KEY, "got a mapping, expected none: the upstream is not https");
        }
        return section.map(tls -> upstream(tls, verify)).orElse(usual);
    }

    private static UpstreamTls upstream(Section tls, boolean verify) {
        Optional<Path> authorities = tls.file("ca");
        if (authorities.isPresent() && !verify) {
            tls.invalid("ca", "got \"" + authorities.get() + "\", expected none: verifyTls is false");
        }
        Optional<KeyFiles> certificate = tls.has("cert") || tls.has("key") ? keyFiles(tls) : Optional.empty();
        UpstreamTls read = new UpstreamTls(verify, authorities, certificate,
                tls.read("serverName", Syntax.serverName()));
        tls.finish();
        return read;
    }
}
