package fr.minutier.report;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The list of every file of a session's folder, itself excepted. */
public final class Manifest {
    /** The name of the manifest in the session's folder. */
    public static final String PATH = "manifeste.json";

    private Manifest() {}

    /**
     * The end of the session's chain that this edition follows.
     *
     * @param rank entries of the chain before this edition
     * @param head SHA-256 of the last of them; 64 zeros when there is none
     */
    public record Chain(int rank, String head) {}

    /**
     * The manifest as JSON, in the order of the paths.
     *
     * @param session identifier of the session
     * @param certification code of its certification; empty when that is not known
     * @param status word of the bordereau; empty when that is not known
     * @param chain what this edition follows in the register
     */
    public static byte[] json(String session, String certification, String status, Chain chain, List<Made> made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(new Indented(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("session", session);
            given(json, "certification", certification);
            given(json, "status", status);
            json.writeObjectPropertyStart("chain");
            json.writeNumberProperty("rank", chain.rank());
            json.writeStringProperty("head", chain.head());
            json.writeEndObject();
            json.writeArrayPropertyStart("files");
            made.stream().sorted(Comparator.comparing(Made::path)).forEach(file -> write(json, file));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Made file) {
        json.writeStartObject();
        json.writeStringProperty("path", file.path());
        json.writeStringProperty("kind", file.kind());
        given(json, "candidate", file.candidate());
        given(json, "number", file.number());
        if (file.version() > 0) {
            json.writeNumberProperty("version", file.version());
        }
        json.writeNumberProperty("bytes", file.bytes());
        json.writeStringProperty("sha256", file.sha256());
        if (file.archived() && !file.number().isEmpty()) {
            json.writeBooleanProperty("withdrawn", true);
        }
        json.writeEndObject();
    }

    /**
     * The files that a manifest lists.
     *
     * @param json made by {@link #json}
     */
    public static List<Made> files(byte[] json) {
        List<Made> files = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            Map<String, String> file = new HashMap<>();
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    file.clear();
                } else if (token.isScalarValue()) {
                    file.put(parser.currentName() == null ? "" : parser.currentName(), parser.getString());
                } else if (token == JsonToken.END_OBJECT && file.containsKey("path")) {
                    files.add(new Made(
                            file.getOrDefault("path", ""),
                            file.getOrDefault("kind", ""),
                            file.getOrDefault("candidate", ""),
                            file.getOrDefault("number", ""),
                            Integer.parseInt(file.getOrDefault("version", "0")),
                            file.getOrDefault("sha256", ""),
                            Long.parseLong(file.getOrDefault("bytes", "0"))));
                    file.clear();
                }
            }
        }
        return files;
    }

    private static void given(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    /** One property a line, and line feeds that are the same on every system. */
    private static final class Indented extends ObjectWriteContext.Base {
        private final DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
