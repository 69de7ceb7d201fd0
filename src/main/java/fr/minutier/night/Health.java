package fr.minutier.night;

import fr.minutier.night.NightResult.Fate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How the nights fare, for whatever watches over the machine: when the last one began and ended, how, and how much it
 * made. Nothing of a candidate or a session but counts. It is replaced whole, and a night never fails for want of it.
 */
public final class Health {
    /** The file's name in the register's folder. */
    public static final String FILE = "sante.json";

    private static final String BEGUN = "dernier_debut";
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private Health() {}

    /** A night begins: what is told of the end of the one before stays until this one ends. */
    static void begun(Path register) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(BEGUN, now());
        read(register).forEach(told::putIfAbsent);
        write(register, told);
    }

    /**
     * The night ended.
     *
     * @param register the folder of the register
     * @param status exit status of the process
     * @param result null when the night broke off
     */
    public static void ended(Path register, int status, @Nullable NightResult result) {
        Map<String, Object> told = new LinkedHashMap<>();
        Object begun = read(register).get(BEGUN);
        if (begun != null) {
            told.put(BEGUN, begun);
        }
        told.put("derniere_fin", now());
        told.put("etat_de_sortie", (long) status);
        if (result != null) {
            told.put("sessions", (long) result.sessions().size());
            told.put("produites", (long) result.count(Fate.MADE));
            told.put("inchangees", (long) result.count(Fate.UNCHANGED) + result.count(Fate.CLOSED));
            told.put(
                    "retenues",
                    result.sessions().stream()
                            .filter(session -> session.line().withheld())
                            .count());
            told.put("defaillances", (long) result.count(Fate.FAILED));
            told.put(
                    "candidats",
                    result.sessions().stream()
                            .mapToLong(session -> session.line().candidates())
                            .sum());
            told.put(
                    "candidats_reserves",
                    result.sessions().stream()
                            .mapToLong(session -> session.line().reserved())
                            .sum());
        }
        write(register, told);
    }

    private static String now() {
        return OffsetDateTime.now(FRANCE).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What the file tells; nothing when there is none, or none that can be read. */
    private static Map<String, Object> read(Path register) {
        Map<String, Object> told = new LinkedHashMap<>();
        Path file = register.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return told;
        }
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            for (JsonToken token; (token = json.nextToken()) != null; ) {
                String name = json.currentName();
                if (name != null && token == JsonToken.VALUE_STRING) {
                    told.put(name, json.getString());
                } else if (name != null && token == JsonToken.VALUE_NUMBER_INT) {
                    told.put(name, json.getLongValue());
                }
            }
        } catch (JacksonException | IOException e) {
            told.clear();
        }
        return told;
    }

    private static void write(Path register, Map<String, Object> told) {
        Path whole = register.resolve(FILE);
        Path begun = register.resolve("." + FILE + ".tmp");
        try {
            try (OutputStream file = Files.newOutputStream(begun);
                    JsonGenerator json =
                            new JsonFactory().createGenerator(ObjectWriteContext.empty(), file, JsonEncoding.UTF8)) {
                json.writeStartObject();
                told.forEach((name, value) -> {
                    if (value instanceof Long number) {
                        json.writeNumberProperty(name, number);
                    } else {
                        json.writeStringProperty(name, String.valueOf(value));
                    }
                });
                json.writeEndObject();
                json.writeRaw('\n');
            }
            Files.move(begun, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JacksonException | IOException e) {
            LoggerFactory.getLogger(Health.class).warn("health not told", e);
        }
    }
}
