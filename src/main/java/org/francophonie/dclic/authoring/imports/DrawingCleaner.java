package org.francophonie.dclic.authoring.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.francophonie.dclic.platform.text.XmlFactory;
import org.francophonie.dclic.platform.text.XmlRefused;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Lets only shapes and words of an SVG drawing through: no script, no event, no style sheet, nothing from elsewhere. */
@Component
class DrawingCleaner {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "marker",
            "switch");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "d",
            "points",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "transform",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-miterlimit",
            "stroke-opacity",
            "opacity",
            "color",
            "display",
            "visibility",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "text-anchor",
            "dominant-baseline",
            "alignment-baseline",
            "letter-spacing",
            "dx",
            "dy",
            "rotate",
            "textLength",
            "lengthAdjust",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "clip-path",
            "clip-rule",
            "clipPathUnits",
            "mask",
            "maskUnits",
            "patternUnits",
            "patternTransform",
            "marker-start",
            "marker-mid",
            "marker-end",
            "markerWidth",
            "markerHeight",
            "markerUnits",
            "refX",
            "refY",
            "orient",
            "role",
            "aria-label",
            "lang",
            "version",
            "direction",
            "paint-order",
            "vector-effect");

    /**
     * A clean drawing with its size in pixels.
     *
     * @param changed whether something is gone that would have been seen or would have acted
     */
    record Drawing(byte[] bytes, int width, int height, boolean changed) {}

    /** What is gone without a word is what editors of drawings note down for themselves. */
    private static final Set<String> SEEN_OR_ACTING = Set.of(
            "script",
            "foreignobject",
            "image",
            "style",
            "a",
            "animate",
            "animatemotion",
            "animatetransform",
            "set",
            "iframe",
            "audio",
            "video");

    private static final Pattern INNER = Pattern.compile("(?i)url\\(\\s*['\"]?#[^)]*\\)");

    private final XmlFactory xml;

    DrawingCleaner(XmlFactory xml) {
        this.xml = xml;
    }

    Optional<Drawing> clean(byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) return Optional.empty();
        try {
            var document = xml.read(new ByteArrayInputStream(bytes));
            var root = document.getDocumentElement();
            if (root == null || !"svg".equals(root.getLocalName()) || !SVG.equals(root.getNamespaceURI()))
                return Optional.empty();
            boolean changed = losesSomething(root);
            clean(root);
            var size = size(root);
            return Optional.of(new Drawing(write(root).getBytes(StandardCharsets.UTF_8), size[0], size[1], changed));
        } catch (XmlRefused _) {
            return Optional.empty();
        }
    }

    private static boolean losesSomething(Element element) {
        if (SEEN_OR_ACTING.contains(element.getTagName().toLowerCase(Locale.ROOT))) return true;
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++)
            if (attributes.item(i).getNodeName().toLowerCase(Locale.ROOT).startsWith("on")) return true;
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling())
            if (child instanceof Element inner && losesSomething(inner)) return true;
        return false;
    }

    private static void clean(Element element) {
        cleanAttributes(element);
        for (var child = element.getFirstChild(); child != null; ) {
            var next = child.getNextSibling();
            if (child instanceof Element inner) {
                if (SVG.equals(inner.getNamespaceURI()) && ELEMENTS.contains(inner.getLocalName())) clean(inner);
                else element.removeChild(inner);
            } else if (child.getNodeType() != org.w3c.dom.Node.TEXT_NODE) element.removeChild(child);
            child = next;
        }
    }

    private static void cleanAttributes(Element element) {
        var attributes = element.getAttributes();
        var bad = new ArrayList<Attr>();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            if (!isAllowed(attribute)) bad.add(attribute);
        }
        bad.forEach(element::removeAttributeNode);
    }

    private static boolean isAllowed(Attr attribute) {
        var name = attribute.getName();
        var value = attribute.getValue().strip();
        if (name.equals("xmlns") || name.startsWith("xmlns:"))
            return value.equals(SVG) || value.equals("http://www.w3.org/1999/xlink");
        if (name.equals("href") || name.equals("xlink:href")) return value.startsWith("#");
        if (value.contains("\\")) return false; // an escape could hide the next word
        if (value.toLowerCase(Locale.ROOT).contains("url(")
                && !INNER.matcher(value).matches()) return false;
        return ATTRIBUTES.contains(name);
    }

    private static int[] size(Element root) {
        var box = root.getAttribute("viewBox").strip().split("[\\s,]+");
        double width = number(root.getAttribute("width"));
        double height = number(root.getAttribute("height"));
        if (box.length == 4 && (width <= 0 || height <= 0)) {
            width = number(box[2]);
            height = number(box[3]);
        }
        if (width <= 0 || height <= 0) {
            width = 480;
            height = 270;
        }
        return new int[] {Math.clamp(Math.round(width), 1, 4000), Math.clamp(Math.round(height), 1, 4000)};
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace("px", ""));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String write(Element root) throws IOException {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var out = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }
}
