package fr.minutier.report.annotated;

import fr.minutier.bordereau.reader.PartXml;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parts of a workbook that is a zip file, in its order, read within bounds. */
final class Parts {
    /** All together, unpacked: twice as much as is read of a bordereau, for its sheets are read twice. */
    private static final long MOST_BYTES = 400_000_000;

    /** All that is held in memory, as written: a tenth of what it may take there. */
    private static final long MOST_BYTES_HELD = 12_000_000;

    private final Map<String, Source> sources;
    private final Map<String, String> byFoldedName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long unpacked;
    private long held;

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private Parts(Map<String, Source> sources) {
        this.sources = sources;
        sources.keySet().forEach(name -> byFoldedName.putIfAbsent(name, name));
    }

    /** Those of an archive, as long as it is open. */
    static Parts of(ZipFile archive) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (!entry.isDirectory()) {
                sources.put(entry.getName(), () -> archive.getInputStream(entry));
            }
        }
        return new Parts(sources);
    }

    /** Those of a workbook made in memory. */
    static Parts of(Map<String, byte[]> made) {
        Map<String, Source> sources = new LinkedHashMap<>();
        made.forEach((name, bytes) -> sources.put(name, () -> new ByteArrayInputStream(bytes)));
        return new Parts(sources);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(sources.keySet());
    }

    /** The name of a part as it is written, whatever the case in which it is asked for. */
    Optional<String> named(String name) {
        return Optional.ofNullable(byFoldedName.get(name));
    }

    /** @throws IOException when there is no such part, or when it unpacks to too much */
    InputStream open(String name) throws IOException {
        return counting(source(name), false);
    }

    /**
     * The document that a small part holds.
     *
     * @throws IOException when there is no such part, or when it is not small
     */
    XmlElement read(String name) throws IOException, XMLStreamException {
        try (InputStream stream = counting(source(name), true)) {
            XMLStreamReader xml = PartXml.open(stream);
            if (XmlElement.next(xml) != XMLStreamConstants.START_ELEMENT) {
                throw new XMLStreamException("a part without an element: " + name);
            }
            return XmlElement.read(xml);
        }
    }

    private Source source(String name) throws IOException {
        Source source = sources.get(name);
        if (source == null) {
            throw new IOException("no such part: " + name);
        }
        return source;
    }

    private InputStream counting(Source source, boolean inMemory) throws IOException {
        return new FilterInputStream(source.open()) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1, inMemory);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(read, 0), inMemory);
                return read;
            }
        };
    }

    private void count(int read, boolean inMemory) throws IOException {
        unpacked += read;
        held += inMemory ? read : 0;
        if (unpacked > MOST_BYTES || held > MOST_BYTES_HELD) {
            throw new IOException("unpacks to more than any bordereau holds");
        }
    }
}
