import { Service } from '#runtime';
import { Equipment1760000000002 } from '../migrations/0001-equipment.js';
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
import { DeviceFieldsResolver } from './devices/show-device/device-fields.resolver.js';
import { ShowDeviceResolver } from './devices/show-device/show-device.resolver.js';
import { ShowStockResolver } from './devices/show-stock/show-stock.resolver.js';
import { VoidDevice } from './devices/void-device/void-device.js';
import { VoidDeviceResolver } from './devices/void-device/void-device.resolver.js';
import { WhenBranchChanged } from './known/when-branch-changed/when-branch-changed.js';
import { WhenPersonChanged } from './known/when-person-changed/when-person-changed.js';
import { Tariff } from './tariffs/tariff.entity.js';

@Service({
  name: 'equipment',
  entities: [Device, DeviceStep, Tariff],
  migrations: [Equipment1760000000002],
  providers: [
    WhenBranchChanged,
    WhenPersonChanged,
    ReceiveDevice,
    ReceiveDeviceResolver,
    GradeDevice,
    GradeDeviceResolver,
    MoveDevice,
    MoveDeviceResolver,
    CorrectDevice,
    CorrectDeviceResolver,
    VoidDevice,
    VoidDeviceResolver,
    ListDevicesResolver,
    ShowDeviceResolver,
    DeviceFieldsResolver,
    ShowStockResolver,
  ],
})
export class EquipmentModule {}
