// Every page of the desk by the name in its address: the list, and one of it.
import { accountView } from "./callers/account.js";
import { approvalsView } from "./callers/approvals.js";
import { auditView } from "./callers/audit.js";
import { tokensView } from "./callers/tokens.js";
import { userView, usersView } from "./callers/users.js";
import { datasetView, datasetsView } from "./catalogue/datasets.js";
import { dutiesView, dutyView } from "./catalogue/duties.js";
import { tagView, tagsView } from "./catalogue/tags.js";
import { unitsView } from "./catalogue/units.js";
import { homeView } from "./home.js";
import { askView } from "./ledgers/ask.js";
import { campaignView, campaignsView } from "./ledgers/campaigns.js";
import { editingView } from "./ledgers/editing.js";
import { ledgerView } from "./ledgers/ledger.js";
import { ledgersView, schedulesView, templatesView } from "./ledgers/ledgers.js";
import { remindersView } from "./ledgers/reminders.js";
import { requestView, requestsView } from "./ledgers/requests.js";
import { runView } from "./ledgers/run.js";
import { admissionView, admissionsView } from "./orders/admissions.js";
import { analysisView } from "./orders/analysis.js";
import { hotspotsView } from "./orders/hotspots.js";
import { orderView } from "./orders/order.js";
import { ordersView } from "./orders/orders.js";
import { queueView } from "./orders/queue.js";
import { qualityView } from "./quality.js";
import { importView } from "./rosters/import.js";
import { rostersView } from "./rosters/rosters.js";
import { policyView } from "./search/policy.js";
import { queryView } from "./search/query.js";
import { assetView, buildingView } from "./subjects/assets.js";
import { houseView } from "./subjects/house.js";
import { personView } from "./subjects/person.js";
import { shopView } from "./subjects/shop.js";

const isEditing = (id) => id === "new" || id.startsWith("edit-");
/** Of a kind that has no list of its own: the list is a question. */
const asked = (subject) => (place) => { place.replaceChildren(); location.replace(`#query?subject=${subject}`); };

export const VIEWS = {
  home: [homeView], ask: [askView], query: [queryView], policy: [policyView],
  rosters: [rostersView, importView], quality: [qualityView],
  ledgers: [ledgersView, (place, session, id, params) => (isEditing(id) ? editingView : ledgerView)(place, session, id, params)],
  templates: [templatesView], schedules: [schedulesView], runs: [undefined, runView], requests: [requestsView, requestView],
  campaigns: [campaignsView, campaignView],
  reminders: [remindersView],
  queue: [queueView], orders: [ordersView, orderView], analysis: [analysisView], hotspots: [hotspotsView],
  admissions: [admissionsView, admissionView],
  tags: [tagsView, tagView], datasets: [datasetsView, datasetView], duties: [dutiesView, dutyView], units: [unitsView],
  users: [usersView, userView], tokens: [tokensView], approvals: [approvalsView], audit: [auditView], account: [accountView],
  people: [asked("people"), personView], houses: [asked("houses"), houseView], shops: [asked("shops"), shopView],
  buildings: [asked("buildings"), buildingView], assets: [asked("assets"), assetView],
};
