package fr.minutier.certification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All definitions of a templates folder, by code. */
public final class CertificationLibrary {
    private final Map<String, Certification> byCode = new TreeMap<>();

    /**
     * Reads every definition of {@code certifications/} under the templates folder.
     *
     * @throws InvalidDefinition for the first definition that cannot be used, or a folder that cannot be read
     */
    public CertificationLibrary(Path templates) throws InvalidDefinition {
        try (Stream<Path> files = Files.list(templates.resolve("certifications"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                Certification certification = DefinitionReader.read(file);
                byCode.put(certification.code(), certification);
            }
        } catch (IOException e) {
            throw new InvalidDefinition(
                    templates.resolve("certifications").toString(), 0, "le dossier ne peut pas être lu");
        }
    }

    /** The certification of that code, exactly as written. */
    public Optional<Certification> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All certifications, in the order of their codes. */
    public Collection<Certification> all() {
        return byCode.values();
    }
}
