package fr.minutier.archive;

import fr.minutier.register.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What somebody outside remembers of a chain: a head that was printed or noted, and, from a manifest, the files of the
 * edition that followed it.
 *
 * @param source where it was read, as a person names it
 * @param session the session's id
 * @param head of the chain at some moment
 * @param files SHA-256 of each file of the edition that followed, by its path; none when only a head is known
 */
public record Witness(String source, String session, Head head, Map<String, String> files) {
    private static final Pattern LINE =
            Pattern.compile("^\\s*([A-Z0-9][A-Z0-9-]{2,39})\\s+(\\d{1,9})\\s+([0-9a-f]{64})\\s*$", Pattern.MULTILINE);
    /** No manifest comes near this size, in bytes. */
    private static final int MOST = 64 << 20;

    /** Copies the map. */
    public Witness {
        files = Map.copyOf(files);
    }

    /**
     * Reads a manifest, or a text in which lines say {@code SESSION RANG EMPREINTE}; other lines are passed over.
     *
     * @return none when the file says nothing of a chain
     * @throws IOException when it cannot be read
     */
    public static List<Witness> read(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST);
        }
        String name = file.toString();
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{") ? manifest(name, bytes) : lines(name, text);
    }

    /** The heads that a text says. */
    static List<Witness> lines(String name, String text) {
        List<Witness> witnesses = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            witnesses.add(new Witness(
                    name, line.group(1), new Head(Integer.parseInt(line.group(2)), line.group(3)), Map.of()));
        }
        return witnesses;
    }

    /** What a manifest says; none when it is damaged, or older than the chains. */
    static List<Witness> manifest(String name, byte[] json) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            String path = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isScalarValue()) {
                    continue;
                }
                switch (Objects.requireNonNullElse(parser.currentName(), "")) {
                    case "path" -> path = parser.getString();
                    case "sha256" -> files.put(path, parser.getString());
                    case "session", "rank", "head" -> said.put(parser.currentName(), parser.getString());
                    default -> {}
                }
            }
            return said.getOrDefault("session", "").isEmpty()
                    ? List.of()
                    : List.of(new Witness(
                            name,
                            said.getOrDefault("session", ""),
                            new Head(Integer.parseInt(said.getOrDefault("rank", "")), said.getOrDefault("head", "")),
                            files));
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
