import { Service } from '#runtime';
import { MIGRATIONS } from '../migrations/in-order.js';
import { AFTER_SALES } from './after-sales/after-sales.js';
import { AfterSalesTicket } from './after-sales/ticket.entity.js';
import { WarrantyRule } from './after-sales/warranty.js';
import { Article } from './articles/article.entity.js';
import { CountArticles } from './articles/count-articles/count-articles.js';
import { CountArticlesResolver } from './articles/count-articles/count-articles.resolver.js';
import { CreateArticle } from './articles/create-article/create-article.js';
import { CreateArticleResolver } from './articles/create-article/create-article.resolver.js';
import { ListArticlesResolver } from './articles/list-articles/list-articles.resolver.js';
import { ReceiveArticles } from './articles/receive-articles/receive-articles.js';
import { ReceiveArticlesResolver } from './articles/receive-articles/receive-articles.resolver.js';
import { WATCHED_ARTICLES } from './articles/watched-articles.js';
import { AuditDevices } from './audits/audit-devices/audit-devices.js';
import { AuditDevicesResolver } from './audits/audit-devices/audit-devices.resolver.js';
import { AuditRun } from './audits/audit-run.entity.js';
import { entitlementRule, warrantyRule } from './config.js';
import { CONNECTIVITY } from './connectivity/connectivity.js';
import { SimActivation } from './connectivity/sim-activation.entity.js';
import { CorrectDevice } from './devices/correct-device/correct-device.js';
import { CorrectDeviceResolver } from './devices/correct-device/correct-device.resolver.js';
import { Device } from './devices/device.entity.js';
import { DeviceStep } from './devices/device-step.entity.js';
import { GradeDevice } from './devices/grade-device/grade-device.js';
import { GradeDeviceResolver } from './devices/grade-device/grade-device.resolver.js';
import { ListDevicesResolver } from './devices/list-devices/list-devices.resolver.js';
import { MoveDevice } from './devices/move-device/move-device.js';
import { MoveDeviceResolver } from './devices/move-device/move-device.resolver.js';
import { ReceiveDevice } from './devices/receive-device/receive-device.js';
import { ReceiveDeviceResolver } from './devices/receive-device/receive-device.resolver.js';
import { RecordDataErasure } from './devices/record-data-erasure/record-data-erasure.js';
import { RecordDataErasureResolver } from './devices/record-data-erasure/record-data-erasure.resolver.js';
import { ShowBalanceResolver } from './devices/show-balance/show-balance.resolver.js';
import { DeviceFieldsResolver } from './devices/show-device/device-fields.resolver.js';
import { ShowDeviceResolver } from './devices/show-device/show-device.resolver.js';
import { ShowStockResolver } from './devices/show-stock/show-stock.resolver.js';
import { VoidDevice } from './devices/void-device/void-device.js';
import { VoidDeviceResolver } from './devices/void-device/void-device.resolver.js';
import { Donation } from './donations/donation.entity.js';
import { DONATIONS } from './donations/donations.js';
import { Lot } from './donations/lot.entity.js';
import { EntitlementException, EntitlementRenewal } from './entitlements/entitlement-acts.entity.js';
import { EntitlementRule } from './entitlements/entitlement-rule.js';
import { GrantEntitlementException } from './entitlements/grant-entitlement-exception/grant-entitlement-exception.js';
import { GrantEntitlementExceptionResolver } from './entitlements/grant-entitlement-exception/grant-entitlement-exception.resolver.js';
import { RenewEntitlement } from './entitlements/renew-entitlement/renew-entitlement.js';
import { RenewEntitlementResolver } from './entitlements/renew-entitlement/renew-entitlement.resolver.js';
import { ShowEntitlementResolver } from './entitlements/show-entitlement/show-entitlement.resolver.js';
import { GradeRule } from './grade-rules/grade-rule.entity.js';
import { GRADE_RULES } from './grade-rules/grade-rules.js';
import { WhenBeneficiaryErased } from './known/when-beneficiary-erased/when-beneficiary-erased.js';
import { WhenBranchChanged } from './known/when-branch-changed/when-branch-changed.js';
import { WhenLimitsChanged } from './known/when-limits-changed/when-limits-changed.js';
import { WhenPeopleMerged } from './known/when-people-merged/when-people-merged.js';
import { WhenPersonChanged } from './known/when-person-changed/when-person-changed.js';
import { PrintLabelsResolver } from './labels/print-labels/print-labels.resolver.js';
import { LendDevice } from './loans/lend-device/lend-device.js';
import { LendDeviceResolver } from './loans/lend-device/lend-device.resolver.js';
import { ListLoansResolver } from './loans/list-loans/list-loans.resolver.js';
import { Loan } from './loans/loan.entity.js';
import { ReturnDevice } from './loans/return-device/return-device.js';
import { ReturnDeviceResolver } from './loans/return-device/return-device.resolver.js';
import { REGISTER } from './register.js';
import { ExpireReservations } from './reservations/expire-reservations/expire-reservations.js';
import { ExpirySchedule } from './reservations/expire-reservations/expiry-schedule.js';
import { ListReservationsResolver } from './reservations/list-reservations/list-reservations.resolver.js';
import { ReleaseReservation } from './reservations/release-reservation/release-reservation.js';
import { ReleaseReservationResolver } from './reservations/release-reservation/release-reservation.resolver.js';
import { Reservation } from './reservations/reservation.entity.js';
import { ReserveDevice } from './reservations/reserve-device/reserve-device.js';
import { ReserveDeviceResolver } from './reservations/reserve-device/reserve-device.resolver.js';
import { CorrectSale } from './sales/correct-sale/correct-sale.js';
import { CorrectSaleResolver } from './sales/correct-sale/correct-sale.resolver.js';
import { ListPurchasesResolver } from './sales/list-purchases/list-purchases.resolver.js';
import { ListSalesResolver } from './sales/list-sales/list-sales.resolver.js';
import { MakeSale } from './sales/make-sale/make-sale.js';
import { MakeSaleResolver } from './sales/make-sale/make-sale.resolver.js';
import { RecordSale } from './sales/record-sale.js';
import { RefundSale } from './sales/refund-sale/refund-sale.js';
import { RefundSaleResolver } from './sales/refund-sale/refund-sale.resolver.js';
import { Sale } from './sales/sale.entity.js';
import { SaleException } from './sales/sale-exception.entity.js';
import { SALE_EXCEPTIONS } from './sales/sale-exceptions.js';
import { ShowReceiptResolver } from './sales/show-receipt/show-receipt.resolver.js';
import { SaleFieldsResolver } from './sales/show-sale/sale-fields.resolver.js';
import { ShowTakingsResolver } from './sales/show-takings/show-takings.resolver.js';
import { VoidSale } from './sales/void-sale/void-sale.js';
import { VoidSaleResolver } from './sales/void-sale/void-sale.resolver.js';
import { EndTariff } from './tariffs/end-tariff/end-tariff.js';
import { EndTariffResolver } from './tariffs/end-tariff/end-tariff.resolver.js';
import { ListTariffsResolver } from './tariffs/list-tariffs/list-tariffs.resolver.js';
import { SetTariff } from './tariffs/set-tariff/set-tariff.js';
import { SetTariffResolver } from './tariffs/set-tariff/set-tariff.resolver.js';
import { Tariff } from './tariffs/tariff.entity.js';
import { TILL } from './till/till.js';
import { TillDay } from './till/till-day.entity.js';
import { AcceptTransfer } from './transfers/accept-transfer/accept-transfer.js';
import { AcceptTransferResolver } from './transfers/accept-transfer/accept-transfer.resolver.js';
import { CancelTransfer } from './transfers/cancel-transfer/cancel-transfer.js';
import { CancelTransferResolver } from './transfers/cancel-transfer/cancel-transfer.resolver.js';
import { CloseTransfer } from './transfers/close-transfer/close-transfer.js';
import { CloseTransferResolver } from './transfers/close-transfer/close-transfer.resolver.js';
import { ExplainMissingDevice } from './transfers/explain-missing-device/explain-missing-device.js';
import { ExplainMissingDeviceResolver } from './transfers/explain-missing-device/explain-missing-device.resolver.js';
import { ListTransfersResolver } from './transfers/list-transfers/list-transfers.resolver.js';
import { RefuseTransfer } from './transfers/refuse-transfer/refuse-transfer.js';
import { RefuseTransferResolver } from './transfers/refuse-transfer/refuse-transfer.resolver.js';
import { RequestTransfer } from './transfers/request-transfer/request-transfer.js';
import { RequestTransferResolver } from './transfers/request-transfer/request-transfer.resolver.js';
import { ScanTransferredDevice } from './transfers/scan-transferred-device/scan-transferred-device.js';
import { ScanTransferredDeviceResolver } from './transfers/scan-transferred-device/scan-transferred-device.resolver.js';
import { SettleMissingDevice } from './transfers/settle-missing-device/settle-missing-device.js';
import { SettleMissingDeviceResolver } from './transfers/settle-missing-device/settle-missing-device.resolver.js';
import { ShipTransfer } from './transfers/ship-transfer/ship-transfer.js';
import { ShipTransferResolver } from './transfers/ship-transfer/ship-transfer.resolver.js';
import { SuggestTransfersResolver } from './transfers/suggest-transfers/suggest-transfers.resolver.js';
import { EquipmentTransfer } from './transfers/transfer.entity.js';
import { TransferDevice } from './transfers/transfer-device.entity.js';
import { WASTE } from './waste/waste.js';
import { WasteRemoval } from './waste/waste-removal.entity.js';

@Service({
  name: 'equipment',
  entities: [
    Device,
    DeviceStep,
    Tariff,
    GradeRule,
    Article,
    Sale,
    EquipmentTransfer,
    TransferDevice,
    Reservation,
    Loan,
    EntitlementRenewal,
    EntitlementException,
    Donation,
    Lot,
    WasteRemoval,
    AuditRun,
    TillDay,
    SaleException,
    AfterSalesTicket,
    SimActivation,
  ],
  migrations: MIGRATIONS,
  register: REGISTER,
  providers: [
    { provide: EntitlementRule, useFactory: () => entitlementRule(process.env) },
    { provide: WarrantyRule, useFactory: () => warrantyRule(process.env) },
    ...AFTER_SALES,
    ...WATCHED_ARTICLES,
    PrintLabelsResolver,
    ...CONNECTIVITY,
    RenewEntitlement,
    RenewEntitlementResolver,
    GrantEntitlementException,
    GrantEntitlementExceptionResolver,
    ShowEntitlementResolver,
    WhenBranchChanged,
    WhenLimitsChanged,
    WhenPersonChanged,
    WhenPeopleMerged,
    WhenBeneficiaryErased,
    ...DONATIONS,
    ...TILL,
    ...GRADE_RULES,
    RecordSale,
    ...SALE_EXCEPTIONS,
    AuditDevices,
    AuditDevicesResolver,
    ...WASTE,
    ReceiveDevice,
    ReceiveDeviceResolver,
    GradeDevice,
    GradeDeviceResolver,
    MoveDevice,
    MoveDeviceResolver,
    CorrectDevice,
    CorrectDeviceResolver,
    RecordDataErasure,
    RecordDataErasureResolver,
    VoidDevice,
    VoidDeviceResolver,
    ListDevicesResolver,
    ShowDeviceResolver,
    DeviceFieldsResolver,
    ShowStockResolver,
    CountArticlesResolver,
    CountArticles,
    CreateArticleResolver,
    CreateArticle,
    ListArticlesResolver,
    ReceiveArticlesResolver,
    ReceiveArticles,
    CorrectSaleResolver,
    CorrectSale,
    ListPurchasesResolver,
    ListSalesResolver,
    MakeSaleResolver,
    MakeSale,
    SaleFieldsResolver,
    ShowReceiptResolver,
    ShowTakingsResolver,
    RefundSaleResolver,
    RefundSale,
    VoidSaleResolver,
    VoidSale,
    EndTariffResolver,
    EndTariff,
    ListTariffsResolver,
    SetTariffResolver,
    SetTariff,
    ShowBalanceResolver,
    AcceptTransfer,
    AcceptTransferResolver,
    CancelTransfer,
    CancelTransferResolver,
    CloseTransfer,
    CloseTransferResolver,
    ExplainMissingDevice,
    ExplainMissingDeviceResolver,
    ListTransfersResolver,
    RefuseTransfer,
    RefuseTransferResolver,
    RequestTransfer,
    RequestTransferResolver,
    ScanTransferredDevice,
    ScanTransferredDeviceResolver,
    SettleMissingDevice,
    SettleMissingDeviceResolver,
    ShipTransfer,
    ShipTransferResolver,
    SuggestTransfersResolver,
    ReserveDevice,
    ReserveDeviceResolver,
    ReleaseReservation,
    ReleaseReservationResolver,
    ListReservationsResolver,
    ExpireReservations,
    LendDevice,
    LendDeviceResolver,
    ReturnDevice,
    ReturnDeviceResolver,
    ListLoansResolver,
  ],
  companions: [ExpirySchedule],
})
export class EquipmentModule {}
