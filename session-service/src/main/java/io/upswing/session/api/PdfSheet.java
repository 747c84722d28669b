package io.upswing.session.api;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of labels with values beside them, filled from the top; lengths in points. */
final class PdfSheet implements Closeable {
    /** Comes with PDFBox, and has Latin, Greek and Cyrillic letters. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int UNKNOWN = '?';
    private static final float MARGIN = 54;
    private static final float VALUE_AT = 260;
    private static final float SIZE = 9;
    private static final float LEADING = 13;
    private static final float BY_HAND = 18;
    private static final float RIGHT = PDRectangle.LETTER.getWidth() - MARGIN;

    private final PDDocument document = new PDDocument();
    private final TrueTypeFont letters;
    private final PDType0Font font;
    private PDPageContentStream page;
    private float y;

    PdfSheet(String title) throws IOException {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            letters = new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
        font = PDType0Font.load(document, letters, true);
        document.getDocumentInformation().setTitle(title);
        page = addPage();
        write(title, MARGIN, 16);
        y -= LEADING;
    }

    void note(String text) throws IOException {
        for (var line : lines(text, RIGHT - MARGIN)) {
            write(line, MARGIN, SIZE);
            y -= LEADING;
        }
    }

    void heading(String text) throws IOException {
        need(4 * LEADING); // not alone at the foot of a page
        y -= LEADING;
        write(text, MARGIN, 11);
        rule(MARGIN);
        y -= LEADING;
    }

    void row(String label, String value) throws IOException {
        var lines = lines(value, RIGHT - VALUE_AT);
        need(lines.size() * LEADING);
        write(label, MARGIN, SIZE);
        for (var line : lines) {
            write(line, VALUE_AT, SIZE);
            y -= LEADING;
        }
    }

    /** To be filled in by hand. */
    void line(String label) throws IOException {
        need(BY_HAND);
        y -= BY_HAND - LEADING;
        write(label, MARGIN, SIZE);
        rule(VALUE_AT);
        y -= LEADING;
    }

    byte[] bytes() throws IOException {
        page.close();
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
        letters.close();
    }

    private PDPageContentStream addPage() throws IOException {
        var added = new PDPage(PDRectangle.LETTER);
        document.addPage(added);
        y = PDRectangle.LETTER.getHeight() - MARGIN;
        return new PDPageContentStream(document, added);
    }

    private void need(float height) throws IOException {
        if (y - height < MARGIN) {
            page.close();
            page = addPage();
        }
    }

    private void write(String text, float x, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(printable(text));
        page.endText();
    }

    private void rule(float from) throws IOException {
        page.setLineWidth(0.5f);
        page.moveTo(from, y - 3);
        page.lineTo(RIGHT, y - 3);
        page.stroke();
    }

    private List<String> lines(String text, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+")) {
            for (var piece : pieces(word, width)) {
                var longer = line.isEmpty() ? piece : line + " " + piece;
                if (widthOf(longer) > width) {
                    lines.add(line);
                    line = piece;
                } else {
                    line = longer;
                }
            }
        }
        lines.add(line);
        return lines;
    }

    /** A word that is wider than a line goes over several. */
    private List<String> pieces(String word, float width) throws IOException {
        var pieces = new ArrayList<String>();
        var rest = word;
        while (widthOf(rest) > width) {
            var end = rest.length();
            while (widthOf(rest.substring(0, end)) > width) {
                end = rest.offsetByCodePoints(end, -1);
            }
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pieces.add(rest);
        return pieces;
    }

    private float widthOf(String text) throws IOException {
        return font.getStringWidth(printable(text)) / 1000 * SIZE;
    }

    /** A letter that the font has not is shown as a question mark, not left out. */
    private String printable(String text) throws IOException {
        var glyphs = letters.getUnicodeCmapLookup();
        return text.codePoints()
                .map(letter -> glyphs.getGlyphId(letter) == 0 ? UNKNOWN : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
