// A client whose every type is generated from the OpenAPI description: if it compiles and runs, the description can be relied on.
import createClient from "openapi-fetch";
import type { paths } from "./api";

const [baseUrl, token] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
const header = { "Purpose-Of-Use": "TREAT" as const };

const visits = await client.GET("/getHospitalVisits", { params: { header, query: { patientId: "patient-1", limit: 2 } } });
if (visits.error) throw new Error(visits.error.code);
const visit = visits.data.items[0]!;
console.log("visit", visit.hospitalName, visit.department, visit.visitDate, visit.reason);

const documents = await client.GET("/getDocumentsFromHospital", { params: { header, query: { hospitalId: "hospital-1", patientId: "patient-1" } } });
if (documents.error) throw new Error(documents.error.code);
const documentId = documents.data.items[0]!.id;

const document = await client.GET("/getDocument", { params: { header, query: { documentId } } });
if (document.error) throw new Error(document.error.code);
console.log("document", document.data.document.title, document.data.text?.length);

const nobody = await client.GET("/getHospitalVisits", { params: { header, query: { patientId: "nobody" } } });
console.log("error", nobody.error?.code);
