package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide of coordinators says nothing that is not so: its pictures, links and commands are there. */
class GuideTest {
    private static final Path GUIDE = Path.of("src/docs/guide.md");
    private static final long LARGEST_PICTURE = 150_000;

    @TempDir
    Path folder;

    private static List<String> found(String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(GUIDE)); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void its_pictures_are_there_and_small() throws IOException {
        List<String> pictures = found("!\\[[^]]+]\\(([^)]+)\\)");
        assertThat(pictures).hasSizeGreaterThanOrEqualTo(5).allSatisfy(picture -> assertThat(
                        Files.size(GUIDE.resolveSibling(picture)))
                .isLessThanOrEqualTo(LARGEST_PICTURE));
    }

    @Test
    void its_links_lead_somewhere() throws IOException {
        List<String> headings = found("(?m)^## (.+)$").stream()
                .map(heading -> "#"
                        + heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N} -]", "")
                                .replace(' ', '-'))
                .toList();
        assertThat(found("(?<!!)\\[[^]]+]\\(([^)]+)\\)"))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#")
                        ? headings.contains(link)
                        : Files.exists(GUIDE.resolveSibling(link.replaceFirst("#.*", ""))));
    }

    static Stream<String> commands() throws IOException {
        return found("\\./minutier ([^\n`]+)").stream().distinct();
    }

    /** Its words up to the first argument name a command, and the help of that command has every option. */
    @ParameterizedTest
    @MethodSource("commands")
    void its_commands_exist_with_their_options(String command) throws IOException {
        Desk desk = new Desk(folder);
        List<String> words = List.of(command.split(" "));
        List<String> named = new ArrayList<>(List.of(words.getFirst()));
        if (List.of("registre", "export").contains(words.getFirst())) {
            named.add(words.get(1));
        }
        named.add("--help");
        Desk.Answer help = desk.says(named.toArray(String[]::new));
        assertThat(help.status()).as(command).isZero();
        assertThat(words.stream().filter(word -> word.startsWith("-"))).allMatch(help.out()::contains);
    }
}
