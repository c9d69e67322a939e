package dev.socketscope.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is written from the program. With the property {@code docs.renew} it is written anew instead of being compared. */
record Generated(String page, String text) {
    static final String NOTE = "<!-- Written from the program; see docs/develop.md for how to renew it. -->\n\n";
    private static final String RENEWAL = "./mvnw -q -Dfast -pl proxy-engine,app test -Dtest='*ReferenceTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.renew=true";

    /** Fails with the command that renews the page. */
    void check() throws IOException {
        Path file = Page.HOME.resolve(page);
        if (Boolean.getBoolean("docs.renew")) {
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s does not tell what the program takes. Renew it with%n    %s%n", page, RENEWAL)
                .isEqualTo(text);
    }
}
