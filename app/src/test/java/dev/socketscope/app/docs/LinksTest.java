package dev.socketscope.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever follows a link arrives. */
class LinksTest {
    @Test
    void everyLinkAndPictureLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Page page : Page.all()) {
            page.links().stream().filter(link -> !leads(page, link)).forEach(link -> broken.add(page + ": " + link));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageCanBeReachedFromTheReadme() {
        Set<Path> reached = new HashSet<>();
        Deque<Page> open = new ArrayDeque<>(List.of(Page.of(Page.HOME.resolve("README.md"))));
        while (!open.isEmpty()) {
            Page page = open.pop();
            reached.add(page.file());
            page.links()
                    .stream()
                    .map(link -> target(page, link))
                    .filter(file -> !reached.contains(file))
                    .filter(LinksTest::isPage)
                    .forEach(file -> open.push(Page.of(file)));
        }
        // The folder of decisions is linked as a whole.
        assertThat(Page.all()).filteredOn(page -> !page.name().startsWith("docs/decisions/"))
                .allSatisfy(page -> assertThat(reached).contains(page.file()));
    }

    private static boolean leads(Page page, String link) {
        Path file = target(page, link);
        int part = link.indexOf('#');
        return Files.exists(file)
                && (part < 0 || isPage(file) && Page.of(file).anchors().contains(link.substring(part + 1)));
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file);
    }

    private static Path target(Page page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    }
}
