package fr.minutier.typesetting;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The metadata packet of a document that is PDF/A-2a and PDF/UA-1 at once, which the library cannot write by itself. */
final class XmpPacket {
    private static final String BEFORE_DATES = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate=\"""";
    private static final String BEFORE_PRODUCER = """
            "
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer=\"""";
    private static final String BEFORE_TITLE = """
            "
             xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">""";
    private static final String BEFORE_SUBJECT = """
            </rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">""";
    private static final String REST = """
            <dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private XmpPacket() {}

    /**
     * The packet.
     *
     * @param identifier what a code on the document says, kept as its {@code dc:identifier}; null when there is none
     */
    static byte[] of(Imprint imprint, String producer, @Nullable String identifier) {
        String date = imprint.date().truncatedTo(ChronoUnit.SECONDS).toString();
        String packet = BEFORE_DATES
                + date
                + "\" xmp:ModifyDate=\""
                + date
                + BEFORE_PRODUCER
                + escape(producer)
                + BEFORE_TITLE
                + escape(imprint.title())
                + BEFORE_SUBJECT
                + escape(imprint.subject())
                + "</rdf:li></rdf:Alt></dc:description>\n"
                + (identifier == null ? "" : "<dc:identifier>" + escape(identifier) + "</dc:identifier>\n")
                + REST;
        return packet.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String words) {
        return CONTROLS.matcher(words)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
