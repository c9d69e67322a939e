import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts the binary form of each stylesheet beside it, which JavaFX takes in its place: reading the text again at every start costs the window a
 * good twentieth of a second. Run by the build.
 */
final class CompileStylesheets {
    private CompileStylesheets() {}

    /** @param args the folder, and this file */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (!setsOfTwoKeepOrder()) {
            System.exit(new ProcessBuilder(again(args)).inheritIO().start().waitFor());
        }
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            // JavaFX numbers pseudo-classes as it meets them: it must not be the order of the folder.
            for (Path text : files.filter(file -> file.toString().endsWith(".css")).sorted().toList()) {
                Path binary = Path.of(text.toString().replaceAll("css$", "bss"));
                Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            }
        }
    }

    /**
     * Java draws at its start whether immutable sets of two go forwards or backwards, and JavaFX writes the pseudo-classes of a selector as
     * they go. So that the same sources make the same bytes, another Java is started until one goes forwards.
     */
    private static boolean setsOfTwoKeepOrder() {
        return Set.of("first", "second").iterator().next().equals("first");
    }

    private static List<String> again(String[] args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-classpath", System.getProperty("java.class.path"), args[1], args[0], args[1]);
    }
}
