import { ACTORS, type Actor } from './two-communes.ts';

/**
 * Who sees what: every door of the API, every table behind it, and everybody who may stand before it.
 *
 * Two communes have one row of everything each: A's map is public, B's is not. A cell says what the actor of
 * its column gets:
 *
 *   A, B, AB   answered with exactly the rows of A, of B, of both
 *   own        answered with exactly the rows about the caller
 *   all        answered with all rows: they belong to no commune
 *   1+2        answered with exactly the rows of these numbers (a change of a hamlet, of a member and of an
 *              incident are 1, 2, 3 in A and 4, 5, 6 in B)
 *   -          answered, without a row
 *   yes        done
 *   401        refused: nobody is signed in
 *   403        refused: no right to it
 *   off        refused with 403, hint member_inactive: the account was switched off
 *   409, 422   refused for what was sent: set up already, a version that is not the latest; not a row of it can be
 *              placed in a hamlet he may see; a change that is not undone there
 *   404        answered as if there were no such row
 *   log        refused, and the attempt is in the log of that commune
 *   own        of conclusions: exactly those that concern the caller's hamlet or organization
 *   pol, civ   of the members of a commune: exactly the police, exactly all others
 *   Ai, Am, As of tables: those of A that everybody may read, besides those of incidents, of members, of meetings in one's
 *              own commune
 *   no         refused by the database (42501), under the API
 */

/** Over HTTP. "write" is insert, update and delete, each tried. Every answered read of incidents is logged. */
const DOORS = `
                                      visitor
                                      |   leader of A
                                      |   |   front officer of A
                                      |   |   |   association of A
                                      |   |   |   |   hamlet committee of A
                                      |   |   |   |   |   police of A
                                      |   |   |   |   |   |   administrator of A
                                      |   |   |   |   |   |   |   leader of B
                                      |   |   |   |   |   |   |   |   front officer of B
                                      |   |   |   |   |   |   |   |   |   association of B
                                      |   |   |   |   |   |   |   |   |   |   hamlet committee of B
                                      |   |   |   |   |   |   |   |   |   |   |   police of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   administrator of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   inactive: was police of A
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   moved: was administrator of A, is leader of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   signed in, member of nothing
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   first administrator of the installation
read communes                         A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read neighbours                       A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read organizations                    A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read settings                         A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read hamlets                          A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read roads                            A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_roads                      A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read waste_points                     A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read cemeteries                       A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read hamlet_statistics                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_road_states                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_road_assessments           A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read waste_point_states               A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read indicators                       all all all all all all all all all all all all all all all all all
read targets                          A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read reports                          401 A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read report_locks                     401 A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read care_records                     401 A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read photos                           401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read care_rota                        401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read proposals                        401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read imports                          401 A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
read security_areas                   401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read security_area_results            401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read meetings                         401 A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
read conclusions                      401 A   A   -   own -   A   B   B   -   own -   B   off B   -   -
read coordinate_systems               all all all all all all all all all all all all all all all all all
read setting_definitions              all all all all all all all all all all all all all all all all all
read members                          401 own own own own pol A   own own own own own B   off own -   -
read changes                          401 1   1   -   -   3   1+2 4   4   -   -   6   4+5 off 4   -   -
read incident_reads                   401 -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read refused_attempts                 401 -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read published_periods                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read backups                          401 -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read incident_seals                   401 -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read installation                     401 -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   own

write communes                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write neighbours                      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write organizations                   401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write settings                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write setting_definitions             401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write hamlets                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write roads                           401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write model_roads                     401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write waste_points                    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write cemeteries                      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write hamlet_statistics               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write model_road_states               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write model_road_assessments          401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write waste_point_states              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write indicators                      401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write targets                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write reports                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write report_locks                    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write care_records                    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write photos                          401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write care_rota                       401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write proposals                       401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write imports                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write security_areas                  401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write security_area_results           401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write meetings                        401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write conclusions                     401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write coordinate_systems              401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write members                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write changes                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write incident_reads                  401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write published_periods               401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write refused_attempts                401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write backups                         401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write incident_seals                  401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
write installation                    401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403

call hamlets_at in A                  A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call hamlets_at in B                  -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call hamlets_at                       A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call roads_at in A                    A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call roads_at in B                    -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call roads_at                         A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call model_roads_at in A              A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call model_roads_at in B              -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call model_roads_at                   A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call waste_points_at in A             A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call waste_points_at in B             -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call waste_points_at                  A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call cemeteries_at in A               A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call cemeteries_at in B               -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call cemeteries_at                    A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call read_incidents in A              401 -   -   -   -   A   -   403 403 403 403 403 403 off 403 403 403
call read_incidents in B              401 403 403 403 403 403 403 -   -   -   -   B   -   off -   403 403
call incident_cells in A              401 -   -   -   -   A   -   403 403 403 403 403 403 off 403 403 403
call incident_cells in B              401 403 403 403 403 403 403 -   -   -   -   B   -   off -   403 403
call published_incidents in A         A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call published_incidents in B         -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call published_incidents              A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call incident_periods in A            401 -   -   -   -   A   -   -   -   -   -   -   -   off -   -   -
call incident_periods in B            401 -   -   -   -   -   -   -   -   -   -   B   -   off -   -   -
call review_incident_period in A      401 -   -   -   -   A   -   403 403 403 403 403 403 off 403 403 403
call review_incident_period in B      401 403 403 403 403 403 403 -   -   -   -   B   -   off -   403 403
call close_incident_period in A       401 403 403 403 403 yes 403 403 403 403 403 403 403 off 403 403 403
call close_incident_period in B       401 403 403 403 403 403 403 403 403 403 403 yes 403 off 403 403 403
call release_incident_period in A     401 403 403 403 403 yes 403 403 403 403 403 403 403 off 403 403 403
call release_incident_period in B     401 403 403 403 403 403 403 403 403 403 403 yes 403 off 403 403 403
call check_features in A              401 A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call check_features in B              401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call load_features(hamlets) in A      401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call load_features(hamlets) in B      401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call load_features(roads) in A        401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call load_features(roads) in B        401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call load_features(model_roads) in A  401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call load_features(model_roads) in B  401 422 422 422 422 422 422 403 yes 403 403 403 yes off 403 422 422
call load_features(waste_points) in A 401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call load_features(waste_points) in B 401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call load_features(cemeteries) in A   401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call load_features(cemeteries) in B   401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_hamlet in A                 401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_hamlet in B                 401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_hamlets in A                401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_hamlets in B                401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_road in A                   401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_road in B                   401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_cemetery in A               401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_cemetery in B               401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_waste_point in A            401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_waste_point in B            401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_model_road in A             401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_model_road in B             401 422 422 422 422 422 422 403 yes 403 403 403 yes off 403 422 422
call save_incident in A               401 403 403 403 403 yes 403 403 403 403 403 403 403 off 403 403 403
call save_incident in B               401 403 403 403 403 403 403 403 403 403 403 yes 403 off 403 403 403
call record_hamlet_statistics in A    401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call record_hamlet_statistics in B    401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call correct_hamlet_statistics in A   401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call correct_hamlet_statistics in B   401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call record_waste_point_state in A    401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call record_waste_point_state in B    401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call correct_waste_point_state in A   401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call correct_waste_point_state in B   401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call record_model_road_assessment in A 401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call record_model_road_assessment in B 401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call correct_model_road_assessment in A 401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call correct_model_road_assessment in B 401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call recognise_model_road in A        401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call recognise_model_road in B        401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call lapse_model_road in A            401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call lapse_model_road in B            401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call correct_model_road_state in A    401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call correct_model_road_state in B    401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call retire in A                      401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call retire in B                      401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call restore in A                     401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call restore in B                     401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call merge_hamlets in A               401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call merge_hamlets in B               401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call split_hamlet in A                401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call split_hamlet in B                401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call retired_records in A             401 A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call retired_records in B             401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call retired_records                  401 A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call cut_area                         401 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
call progress_at in A                 A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call progress_at in B                 -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call progress_at                      A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call progress_totals_at in A          A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call progress_totals_at in B          -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call progress_totals_at               A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call progress_series in A             A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call progress_series in B             -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call progress_series                  A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call progress_evidence in A           A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call progress_evidence in B           -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call entry_authors in A               401 A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call entry_authors in B               401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call reports_of in A                  401 A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call reports_of in B                  401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call save_target in A                 401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_target in B                 401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call save_reports in A                401 403 yes 403 yes 403 yes 403 403 403 403 403 403 off 403 403 403
call save_reports in B                401 422 422 422 422 422 422 403 yes 403 yes 403 yes off 403 422 422
call confirm_reports in A             401 403 yes 403 yes 403 yes 403 403 403 403 403 403 off 403 403 403
call confirm_reports in B             401 422 422 422 422 422 422 403 yes 403 yes 403 yes off 403 422 422
call correct_report in A              401 403 yes 403 yes 403 yes 403 403 403 403 403 403 off 403 403 403
call correct_report in B              401 422 422 422 422 422 422 403 yes 403 yes 403 yes off 403 422 422
call record_care in A                 401 403 yes yes 403 403 yes 403 403 403 403 403 403 off 403 403 403
call record_care in B                 401 422 422 422 422 422 422 403 yes yes 403 403 yes off 403 422 422
call approve_care in A                401 403 yes yes 403 403 yes 403 403 403 403 403 403 off 403 403 403
call approve_care in B                401 404 404 404 404 404 404 403 yes yes 403 403 yes off 403 404 404
call begin_backup in A                401 403 403 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call begin_backup in B                401 403 403 403 403 403 403 403 403 403 403 403 yes off 403 403 403
call set_incident_seal in A           401 403 403 403 403 yes 403 403 403 403 403 403 403 off 403 403 403
call set_incident_seal in B           401 403 403 403 403 403 403 403 403 403 403 yes 403 off 403 403 403
call take_back_care in A              401 403 yes yes 403 403 yes 403 403 403 403 403 403 off 403 403 403
call take_back_care in B              401 none none none none none none 403 yes yes 403 403 yes off 403 none none
call keep_photo in A                  401 403 yes yes 403 403 yes 404 404 404 404 404 404 off 404 404 404
call keep_photo in B                  401 404 404 404 404 404 404 403 yes yes 403 403 yes off 403 404 404
call save_rota in A                   401 403 yes yes 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_rota in B                   401 422 422 422 422 422 422 403 yes yes 403 403 yes off 403 422 422
call remove_rota in A                 401 403 yes yes 403 403 yes none none none none none none off none none none
call remove_rota in B                 401 none none none none none none 403 yes yes 403 403 yes off 403 none none
call propose_place in A               401 403 yes yes 403 403 yes 403 403 403 403 403 403 off 403 403 403
call propose_place in B               401 403 403 403 403 403 403 403 yes yes 403 403 yes off 403 403 403
call take_back_proposal in A          401 403 yes yes 403 403 yes none none none none none none off none none none
call take_back_proposal in B          401 none none none none none none 403 yes yes 403 403 yes off 403 none none
call decide_proposal in A             401 403 yes 403 403 403 yes 404 404 404 404 404 404 off 404 404 404
call decide_proposal in B             401 404 404 404 404 404 404 403 yes 403 403 403 yes off 403 404 404
call stage_features in A              401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call stage_features in B              401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call compare_import in A              401 none yes none none none yes none none none none none none off none none none
call compare_import in B              401 none none none none none none none yes none none none yes off none none none
call give_up_import in A              401 none yes none none none yes none none none none none none off none none none
call give_up_import in B              401 none none none none none none none yes none none none yes off none none none
call store_import in A                401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call store_import in B                401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call care_stretches_at in A           A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call care_stretches_at in B           -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call care_stretches_at                A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call care_subjects_at in A            A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call care_subjects_at in B            -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call care_subjects_at                 A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call coverage_at in A                 A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call coverage_at in B                 -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call coverage_at                      A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call best_places in A                 A   A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call best_places in B                 -   -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call best_places                      A   A   A   A   A   A   A   B   B   B   B   B   B   off B   A   A
call meeting_scenes in A              401 A   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
call meeting_scenes in B              401 -   -   -   -   -   -   B   B   -   -   -   B   off B   -   -
call security_areas_at in A           401 A   A   A   A   A   A   -   -   -   -   -   -   off -   -   -
call security_areas_at in B           401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call security_areas_at                401 A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
call save_security_area in A          401 403 yes 403 403 yes yes 403 403 403 403 403 403 off 403 403 403
call save_security_area in B          401 403 403 403 403 403 403 403 yes 403 403 yes yes off 403 403 403
call save_security_area_result in A   401 403 yes 403 403 yes yes 404 404 404 404 404 404 off 404 404 404
call save_security_area_result in B   401 404 404 404 404 404 404 403 yes 403 403 yes yes off 403 404 404
call retire_security_area in A        401 403 yes 403 403 yes yes 404 404 404 404 404 404 off 404 404 404
call retire_security_area in B        401 404 404 404 404 404 404 403 yes 403 403 yes yes off 403 404 404
call save_meeting in A                401 yes yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_meeting in B                401 403 403 403 403 403 403 yes yes 403 403 403 yes off yes 403 403
call save_scene in A                  401 yes yes 404 404 404 yes 404 404 404 404 404 404 off 404 404 404
call save_scene in B                  401 404 404 404 404 404 404 yes yes 404 404 404 yes off yes 404 404
call order_scenes in A                401 yes yes 404 404 404 yes 404 404 404 404 404 404 off 404 404 404
call order_scenes in B                401 404 404 404 404 404 404 yes yes 404 404 404 yes off yes 404 404
call remove_scene in A                401 yes yes 404 404 404 yes 404 404 404 404 404 404 off 404 404 404
call remove_scene in B                401 404 404 404 404 404 404 yes yes 404 404 404 yes off yes 404 404
call save_conclusion in A             401 yes yes 404 404 404 yes 404 404 404 404 404 404 off 404 404 404
call save_conclusion in B             401 404 404 404 404 404 404 yes yes 404 404 404 yes off yes 404 404
call close_conclusion in A            401 yes yes 404 404 404 yes 404 404 404 404 404 404 off 404 404 404
call close_conclusion in B            401 404 404 404 404 404 404 yes yes 404 404 404 yes off yes 404 404
call save_setting in A                401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_setting in B                401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call confirm_setting in A             401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call confirm_setting in B             401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call read_acts in A                   401 1   1   -   -   3   1+2 -   -   -   -   -   -   off -   -   -
call read_acts in B                   401 -   -   -   -   -   -   4   4   -   -   6   4+5 off 4   -   -
call change_authors in A              401 civ civ -   -   pol civ -   -   -   -   -   -   off -   -   -
call change_authors in B              401 -   -   -   -   -   -   civ civ -   -   pol civ off civ -   -
call undo_changes in A                401 403 422 404 404 404 422 404 404 404 404 404 404 off 404 404 404
call undo_changes in B                401 404 404 404 404 404 404 403 422 404 404 404 422 off 403 404 404
call restore_version in A             401 403 422 404 404 404 422 404 404 404 404 404 404 off 404 404 404
call restore_version in B             401 404 404 404 404 404 404 403 422 404 404 404 422 off 403 404 404
call audible_tables                   A   As  As  Ac  Ac  Ai  Ams ABs ABs ABc ABc ABi ABms off ABs A   A
call list_members in A                401 own own own own pol A   -   -   -   -   -   -   off -   -   -
call list_members in B                401 -   -   -   -   -   -   own own own own own B   off own -   -
call save_member(leader) in A         401 log log log log log yes 403 403 403 403 403 403 off 403 403 403
call save_member(leader) in B         401 403 403 403 403 403 403 log log log log log yes off log 403 403
call save_member(police) in A         401 log log log log yes log 403 403 403 403 403 403 off 403 403 403
call save_member(police) in B         401 403 403 403 403 403 403 log log log log yes log off log 403 403
call set_member_active(leader) in A   401 log 404 404 404 404 409 404 404 404 404 404 404 off 404 404 404
call set_member_active(leader) in B   401 404 404 404 404 404 404 log 404 404 404 404 409 off 404 404 404
call set_member_active(police) in A   401 404 404 404 404 409 409 404 404 404 404 404 404 off 404 404 404
call set_member_active(police) in B   401 404 404 404 404 404 404 404 404 404 404 409 409 off 404 404 404
call make_member_code(leader) in A    401 log log log log log yes 403 403 403 403 403 403 off 403 403 403
call make_member_code(leader) in B    401 403 403 403 403 403 403 log log log log log yes off log 403 403
call make_member_code(police) in A    401 log log log log yes log 403 403 403 403 403 403 off 403 403 403
call make_member_code(police) in B    401 403 403 403 403 403 403 log log log log yes log off log 403 403
call list_organizations in A          401 A   A   A   A   A   A   A   A   A   A   A   A   off A   A   A
call list_organizations in B          401 -   -   -   -   -   -   B   B   B   B   B   B   off B   -   -
call save_organization in A           401 403 yes 403 403 403 yes 403 403 403 403 403 403 off 403 403 403
call save_organization in B           401 403 403 403 403 403 403 403 yes 403 403 403 yes off 403 403 403
call set_organization_retired in A    401 403 409 403 403 403 409 403 403 403 403 403 403 off 403 403 403
call set_organization_retired in B    401 404 404 404 404 404 404 403 409 403 403 403 409 off 403 404 404
call check_boundary                   401 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
call merge_boundaries                 401 yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
call installation_state               yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
call make_first_administrator         403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
call set_up_commune                   401 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 409
call sign_in_address                  yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes yes
call code_holder                      403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
call redeem_code                      403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403
`;

/**
 * Under the API, in SQL as the role that the API takes on: what holds if a door were ever built carelessly. An
 * update or a delete answers with the rows that it reached.
 */
const TABLES = `
                                      visitor
                                      |   leader of A
                                      |   |   front officer of A
                                      |   |   |   association of A
                                      |   |   |   |   hamlet committee of A
                                      |   |   |   |   |   police of A
                                      |   |   |   |   |   |   administrator of A
                                      |   |   |   |   |   |   |   leader of B
                                      |   |   |   |   |   |   |   |   front officer of B
                                      |   |   |   |   |   |   |   |   |   association of B
                                      |   |   |   |   |   |   |   |   |   |   hamlet committee of B
                                      |   |   |   |   |   |   |   |   |   |   |   police of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   administrator of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   inactive: was police of A
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   moved: was administrator of A, is leader of B
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   signed in, member of nothing
                                      |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   |   first administrator of the installation
read communes                         A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read neighbours                       A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read organizations                    A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read settings                         A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read hamlets                          A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read hamlet_successions               A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read hamlet_statistics                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read roads                            A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_roads                      A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_road_states                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read model_road_assessments           A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read waste_points                     A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read waste_point_states               A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read cemeteries                       A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read indicators                       all all all all all all all all all all all all all all all all all
read targets                          A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read reports                          A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read report_locks                     A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read photos                           no  A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read care_rota                        no  A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read proposals                        no  A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read imports                          no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
read staged_features                  no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
read care_records                     A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read security_areas                   no  A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read security_area_results            no  A   A   A   A   A   A   B   B   B   B   B   B   off B   -   -
read meetings                         no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
read scenes                           no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
read conclusions                      no  A   A   -   own -   A   B   B   -   own -   B   off B   -   -
read coordinate_systems               all all all all all all all all all all all all all all all all all
read setting_definitions              all all all all all all all all all all all all all all all all all
read members                          no  own own own own pol A   own own own own own B   off own -   -
read changes                          no  1   1   -   -   3   1+2 4   4   -   -   6   4+5 off 4   -   -
read incidents                        no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
read incident_periods                 no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
read incident_period_parts            no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
read counted_incidents                no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
read published_periods                A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read published_parts                  A   A   A   A   A   A   A   AB  AB  AB  AB  AB  AB  off AB  A   A
read incident_grid                    no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
read incident_reads                   no  -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read refused_attempts                 no  -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read backups                          no  -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read incident_seals                   no  -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read one_time_codes                   no  -   -   -   -   A   A   -   -   -   -   B   B   off -   -   -
read installation                     no  -   -   -   -   -   -   -   -   -   -   -   -   -   -   -   own
insert into hamlets of A              no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into hamlets of B              no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into hamlet_statistics of A    no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into hamlet_statistics of B    no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into roads of A                no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into roads of B                no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into model_roads of A          no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into model_roads of B          no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into model_road_states of A    no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into model_road_states of B    no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into waste_points of A         no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into waste_points of B         no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into waste_point_states of A   no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into waste_point_states of B   no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into cemeteries of A           no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into cemeteries of B           no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into hamlet_successions of A   no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into hamlet_successions of B   no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into model_road_assessments of A no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into model_road_assessments of B no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into targets of A              no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into targets of B              no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into reports of A              no  no  yes no  yes no  yes no  no  no  no  no  no  off no  no  no
insert into reports of B              no  no  no  no  no  no  no  no  yes no  yes no  yes off no  no  no
insert into report_locks of A         no  no  yes no  yes no  yes no  no  no  no  no  no  off no  no  no
insert into report_locks of B         no  no  no  no  no  no  no  no  yes no  yes no  yes off no  no  no
insert into photos of A               no  no  yes yes no  no  yes no  no  no  no  no  no  off no  no  no
insert into photos of B               no  no  no  no  no  no  no  no  yes yes no  no  yes off no  no  no
insert into care_rota of A            no  no  yes yes no  no  yes no  no  no  no  no  no  off no  no  no
insert into proposals of A            no  no  yes yes no  no  yes no  no  no  no  no  no  off no  no  no
insert into care_rota of B            no  no  no  no  no  no  no  no  yes yes no  no  yes off no  no  no
insert into proposals of B            no  no  no  no  no  no  no  no  yes yes no  no  yes off no  no  no
insert into imports of A              no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into imports of B              no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into staged_features of A      no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into staged_features of B      no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into care_records of A         no  no  yes yes no  no  yes no  no  no  no  no  no  off no  no  no
insert into care_records of B         no  no  no  no  no  no  no  no  yes yes no  no  yes off no  no  no
update targets of A                   no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
update targets of B                   no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
update reports of A                   no  -   A   -   A   -   A   -   -   -   -   -   -   off -   -   -
update reports of B                   no  -   -   -   -   -   -   -   B   -   B   -   B   off -   -   -
update photos of A                    no  -   A   A   -   -   A   -   -   -   -   -   -   off -   -   -
update photos of B                    no  -   -   -   -   -   -   -   B   B   -   -   B   off -   -   -
update care_records of A              no  -   A   oth -   -   A   -   -   -   -   -   -   off -   -   -
update care_records of B              no  -   -   -   -   -   -   -   B   oth -   -   B   off -   -   -
delete targets of A                   no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete targets of B                   no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete reports of A                   no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete reports of B                   no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete report_locks of A              no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete report_locks of B              no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete photos of A                    no  -   A   A   -   -   A   -   -   -   -   -   -   off -   -   -
delete photos of B                    no  -   -   -   -   -   -   -   B   B   -   -   B   off -   -   -
delete care_rota of A                 no  -   A   A   -   -   A   -   -   -   -   -   -   off -   -   -
delete care_rota of B                 no  -   -   -   -   -   -   -   B   B   -   -   B   off -   -   -
delete proposals of A                 no  -   A   A   -   -   A   -   -   -   -   -   -   off -   -   -
delete proposals of B                 no  -   -   -   -   -   -   -   B   B   -   -   B   off -   -   -
delete imports of A                   no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete imports of B                   no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete staged_features of A           no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete staged_features of B           no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
update proposals of A                 no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
update proposals of B                 no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete care_records of A              no  -   A   A   -   -   A   -   -   -   -   -   -   off -   -   -
delete care_records of B              no  -   -   -   -   -   -   -   B   B   -   -   B   off -   -   -
insert into security_areas of A       no  no  yes no  no  yes yes no  no  no  no  no  no  off no  no  no
insert into security_areas of B       no  no  no  no  no  no  no  no  yes no  no  yes yes off no  no  no
update security_areas                 no  -   A   -   -   A   A   -   B   -   -   B   B   off -   -   -
delete security_areas of A            no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete security_areas of B            no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
insert into security_area_results of A no  no  yes no  no  yes yes no  no  no  no  no  no  off no  no  no
insert into security_area_results of B no  no  no  no  no  no  no  no  yes no  no  yes yes off no  no  no
update security_area_results          no  -   A   -   -   A   A   -   B   -   -   B   B   off -   -   -
delete security_area_results of A     no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete security_area_results of B     no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
insert into meetings of A             no  yes yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into meetings of B             no  no  no  no  no  no  no  yes yes no  no  no  yes off yes no  no
insert into scenes of A               no  yes yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into scenes of B               no  no  no  no  no  no  no  yes yes no  no  no  yes off yes no  no
insert into conclusions of A          no  yes yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into conclusions of B          no  no  no  no  no  no  no  yes yes no  no  no  yes off yes no  no
insert into incidents of A            no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into incidents of B            no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into incident_periods of A     no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into incident_periods of B     no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into incident_period_parts of A no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into incident_period_parts of B no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into counted_incidents of A    no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into counted_incidents of B    no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into published_periods of A    no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into published_periods of B    no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into published_parts of A      no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into published_parts of B      no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into incident_reads of A       no  yes yes yes yes yes yes no  no  no  no  no  no  off no  no  no
insert into incident_reads of B       no  no  no  no  no  no  no  yes yes yes yes yes yes off yes no  no
update hamlets                        no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update hamlet_statistics              no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update roads                          no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update model_roads                    no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update model_road_states              no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update model_road_assessments         no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update waste_points                   no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update waste_point_states             no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update cemeteries                     no  -   A   -   -   -   A   -   B   -   -   -   B   off -   -   -
update meetings                       no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
update scenes                         no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
update conclusions                    no  A   A   -   -   -   A   B   B   -   -   -   B   off B   -   -
update incidents                      no  -   -   -   -   A   -   -   -   -   -   B   -   off -   -   -
insert into settings of A             no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into settings of B             no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
update settings of A                  no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
update settings of B                  no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete conclusions of A               no  A   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete conclusions of B               no  -   -   -   -   -   -   B   B   -   -   -   B   off B   -   -
delete meetings of A                  no  A   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete meetings of B                  no  -   -   -   -   -   -   B   B   -   -   -   B   off B   -   -
delete scenes of A                    no  A   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete scenes of B                    no  -   -   -   -   -   -   B   B   -   -   -   B   off B   -   -
delete cemeteries of A                no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete cemeteries of B                no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete hamlet_statistics of A         no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete hamlet_statistics of B         no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete hamlet_successions of A        no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete hamlet_successions of B        no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete hamlets of A                   no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete hamlets of B                   no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete model_road_assessments of A    no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete model_road_assessments of B    no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete model_road_states of A         no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete model_road_states of B         no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete model_roads of A               no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete model_roads of B               no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete roads of A                     no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete roads of B                     no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete settings of A                  no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete settings of B                  no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete waste_point_states of A        no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete waste_point_states of B        no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
delete waste_points of A              no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
delete waste_points of B              no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
insert into members of A              no  no  no  no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into members of B              no  no  no  no  no  no  no  no  no  no  no  no  yes off no  no  no
insert into members(police) of A      no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into members(police) of B      no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
insert into organizations of A        no  no  yes no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into organizations of B        no  no  no  no  no  no  no  no  yes no  no  no  yes off no  no  no
insert into backups of A              no  no  no  no  no  no  yes no  no  no  no  no  no  off no  no  no
insert into backups of B              no  no  no  no  no  no  no  no  no  no  no  no  yes off no  no  no
insert into incident_seals of A       no  no  no  no  no  yes no  no  no  no  no  no  no  off no  no  no
insert into incident_seals of B       no  no  no  no  no  no  no  no  no  no  no  yes no  off no  no  no
update incident_seals of A            no  -   -   -   -   A   -   -   -   -   -   -   -   off -   -   -
update incident_seals of B            no  -   -   -   -   -   -   -   -   -   -   B   -   off -   -   -
insert into refused_attempts of A     no  yes yes yes yes yes yes no  no  no  no  no  no  off no  no  no
insert into refused_attempts of B     no  no  no  no  no  no  no  yes yes yes yes yes yes off yes no  no
update members of A                   no  -   -   -   -   pol civ -   -   -   -   -   -   off -   -   -
update members of B                   no  -   -   -   -   -   -   -   -   -   -   own civ off -   -   -
update organizations of A             no  -   A   -   -   -   A   -   -   -   -   -   -   off -   -   -
update organizations of B             no  -   -   -   -   -   -   -   B   -   -   -   B   off -   -   -
`;

/** Closed to everybody over HTTP: schema `app` is not exposed (406), and `public` has nothing of that name (404). */
export const UNREACHABLE = {
  tables: `
    backups care_records care_rota cemeteries changes communes conclusions coordinate_systems
    counted_incidents hamlet_statistics hamlet_successions hamlets imports incident_grid
    incident_period_parts incident_periods incident_reads incident_seals incidents indicators
    installation meetings members model_road_assessments model_road_states model_roads neighbours
    one_time_codes organizations photos proposals published_parts published_periods refused_attempts
    report_locks reports roads scenes security_area_results security_areas setting_definitions settings
    staged_features targets waste_point_states waste_points`
    .trim()
    .split(/\s+/),
  functions: `
    accounts_of act_of_context add_plan_organizations add_staged announce_change assessment_problems
    beyond care_days care_interval care_state care_state_within care_stretches_on cemeteries_on
    change_sign_in changed_fields check_member close_period communes_that_publish create_account
    criteria_problems current_act current_records degrees_of end_hamlet end_record ending_problems faces
    fact_place fact_problems feature_problems field_problems figures_apart figures_on fill_new_commune
    first_fact fitted_hamlets fitted_parts hamlet_around hamlet_becomes hamlet_problem hamlet_successors
    hamlet_sum hamlet_to_register hamlets_on hash_of_code incident_cell incident_grid_links
    incident_hotspots incident_months is_day is_instant is_whole issue_police_code keep_member_rules
    label_hamlet lay_incident_grid layer_fields live_code log_additions log_change log_incident_read
    make_code mann_kendall may_begin meeting_for member_card member_of_police_code member_refusal
    merge_answer model_road_counts model_road_days model_road_progress_on model_roads_on month_ends
    my_communes my_hamlets my_organizations name_key nearest_zone open_account organization_card
    outline_problems personal_identifier photo_problems point_places problem_if problems_as_list
    progress_on progress_state progress_with_totals_on projected_parts proposed_feature
    publication_period_end publishable_kinds raise_record_version raise_stale raise_version
    read_features read_geometry readable_communes record_fields record_id record_problems record_to_end
    refuse_and_log refuse_fields refuse_loaded refuse_others_hamlets refuse_reach refuse_stale
    refuse_unless_writable refuse_unwritten refuse_write release_period report_days report_problems
    resolve_commune roads_on rows_that_refer save_fact save_record saved_answer security_area_problems
    security_areas_on security_result_problems sent_values setting_on setting_problems shows_total
    sign_in_of snap_geometry snap_residential_area split_answer staged_matches standard_result starts_on
    state_problems store_record store_report store_setup_code stored_places stored_record stretch_of
    subject_of switch_off_police target_days target_problems tiling_problems today two_sided_p
    update_from_staged value_problem waste_days waste_points_on wide_pieces without_slits worded
    wording_problems write_back`
    .trim()
    .split(/\s+/),
};

/** One cell of the table. */
export type Cell = { label: string; actor: Actor; expected: string };

export const DOOR_CELLS: Cell[] = cellsOf(DOORS);
export const TABLE_CELLS: Cell[] = cellsOf(TABLES);

/** Under the API, nobody may do any of these: no role has the right, whatever its policies. */
export const NOBODY_MAY = {
  update: tablesWithout('update'),
  delete: tablesWithout('delete'),
  insert: tablesWithout('insert into'),
};

/** The name in a label: `hamlets` of `read hamlets`, `roads_at` of `call roads_at in A`. */
export function objectOf(label: string): string {
  return /^(?:read|write|call|insert into|update|delete) ([a-z_]+)/.exec(label)?.[1] ?? '';
}

function cellsOf(table: string): Cell[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  const heading = lines.slice(0, ACTORS.length).map((line) => line.replace(/^[ |]*/, ''));
  if (heading.join('\n') !== ACTORS.join('\n'))
    throw new Error('the heading of the table does not name the actors');
  return lines.slice(ACTORS.length).flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const label = words.slice(0, -ACTORS.length).join(' ');
    const cells = words.slice(-ACTORS.length);
    if (!/^(?:read|write|call|insert into|update|delete) \S+( (in|of) [AB])?$/.test(label))
      throw new Error(`${line}: not a label and a cell for each of ${ACTORS.length} actors`);
    return ACTORS.map((actor, index) => ({ label, actor, expected: cells[index] ?? '' }));
  });
}

function tablesWithout(verb: string): string[] {
  const open = new Set(
    TABLE_CELLS.filter(({ label }) => label.startsWith(verb)).map(({ label }) => objectOf(label)),
  );
  return UNREACHABLE.tables.filter((table) => !open.has(table));
}
