import access from "./fr.access.ftl?raw";
import chart from "./fr.chart.ftl?raw";
import everywhere from "./fr.ftl?raw";
import patient from "./fr.patient.ftl?raw";
import record from "./fr.record.ftl?raw";
import settings from "./fr.settings.ftl?raw";
import sheets from "./fr.sheets.ftl?raw";

/** The interface in French: one source, written in a file a subject. */
export default [everywhere, access, chart, patient, record, settings, sheets].join("\n");
