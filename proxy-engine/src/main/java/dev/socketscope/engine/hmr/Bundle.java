package dev.socketscope.engine.hmr;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A file as a page got it from a server of bundles.
 *
 * @param known false when only its name is: nothing but the validator counts then
 * @param kind empty for pictures and the like
 * @param digest of its content
 * @param needs without which a document cannot run
 * @param etag empty when the server gives none
 * @param validator by which a browser asks whether its copy is still good: the entity tag, otherwise the time of modification
 */
record Bundle(boolean known, Optional<ModuleTable.Kind> kind, long digest, Set<String> needs, String etag,
        String validator) {

    static Bundle of(String contentType, String etag, String validator, byte[] body) {
        Optional<ModuleTable.Kind> kind = ModuleTable.kind(contentType);
        boolean document = kind.equals(Optional.of(ModuleTable.Kind.DOCUMENT));
        Set<String> needs = document ? DocumentFacts.of(new String(body, StandardCharsets.UTF_8)).needs() : Set.of();
        return new Bundle(true, kind, ModuleSource.digest(new String(body, StandardCharsets.ISO_8859_1)), needs, etag,
                validator);
    }

    static Bundle unknown(String validator) {
        return new Bundle(false, Optional.empty(), 0, Set.of(), "", validator);
    }

    static Bundle of(GapSettler.Answer answer, String validator) {
        return of(answer.contentType(), answer.etag(), validator, answer.body());
    }

    boolean is(ModuleTable.Kind wanted) {
        return kind.equals(Optional.of(wanted));
    }
}
